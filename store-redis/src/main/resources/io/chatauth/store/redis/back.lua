-- KEYS: the counters. ARGV: amount.
for _, key in ipairs(KEYS) do
  local count = redis.call('HGET', key, 'count')
  if count and tonumber(count) <= tonumber(ARGV[1]) then
    redis.call('HSET', key, 'count', '0')
  elseif count then
    redis.call('HINCRBY', key, 'count', '-' .. ARGV[1])
  end
end
return 1
