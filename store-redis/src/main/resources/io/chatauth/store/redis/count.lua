-- KEYS[1]: the counter.
return redis.call('HGET', KEYS[1], 'count') or '0'
