-- ARGV: root, before, limit. Gives {how many entries were seen, how many challenges were removed}.
local ids = redis.call('ZRANGEBYSCORE', root .. 'over', '-inf', '(' .. ARGV[2], 'LIMIT', 0, ARGV[3])
local removed = 0
for _, id in ipairs(ids) do
  local row = load(id)
  if row then
    if row.state == 'OPEN' then
      leave(id, row)
    end
    redis.call('DEL', root .. 'c:' .. id)
    removed = removed + 1
  end
  redis.call('ZREM', root .. 'over', id)
end
return { #ids, removed }
