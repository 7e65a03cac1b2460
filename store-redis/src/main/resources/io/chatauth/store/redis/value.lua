-- KEYS[1]: the value, which is kept behind a mark of 16 characters that tells who wrote it. ARGV: what to do, and with what.
local what = ARGV[1]
local there = redis.call('GET', KEYS[1])
if what == 'get' then
  return there and string.sub(there, 17)
elseif what == 'put' then
  redis.call('SET', KEYS[1], ARGV[2] .. ARGV[3], 'PX', ARGV[4])
  return 1
elseif what == 'absent' then
  if there then
    return string.sub(there, 1, 16) == ARGV[2] and 1 or 0
  end
  redis.call('SET', KEYS[1], ARGV[2] .. ARGV[3], 'PX', ARGV[4])
  return 1
end
-- remove, with the value that it must have or without
if not there or (#ARGV > 1 and string.sub(there, 17) ~= ARGV[2]) then
  return 0
end
return redis.call('DEL', KEYS[1])
