-- KEYS: the values that stand against it, then the counters. ARGV: amount, how many values, then window in ms and limit of each
-- counter. Gives {0} if it was added, {-n} if the nth value is there, {n, free at} if the nth counter refuses.
local amount, against = tonumber(ARGV[1]), tonumber(ARGV[2])
for i = 1, against do
  if redis.call('EXISTS', KEYS[i]) == 1 then
    return { -i }
  end
end
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
local ends = {}
for i = 1, #KEYS - against do
  local window, limit = tonumber(ARGV[1 + 2 * i]), tonumber(ARGV[2 + 2 * i])
  local running = redis.call('HMGET', KEYS[against + i], 'count', 'ends')
  ends[i] = not running[1] and string.format('%.0f', now + window)
  if amount > limit - tonumber(running[1] or '0') then
    return { i, running[2] or ends[i] }
  end
end
for i = 1, #KEYS - against do
  local key = KEYS[against + i]
  redis.call('HINCRBY', key, 'count', ARGV[1])
  if ends[i] then
    redis.call('HSET', key, 'ends', ends[i])
    redis.call('PEXPIREAT', key, ends[i])
  end
end
return { 0 }
