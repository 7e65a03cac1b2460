-- ARGV: root, key id. An entry counts as long as Redis keeps its challenge.
local way = root .. 'u:' .. ARGV[2]
redis.call('ZREMRANGEBYSCORE', way, '-inf', string.format('%.0f', now()))
return redis.call('ZCARD', way)
