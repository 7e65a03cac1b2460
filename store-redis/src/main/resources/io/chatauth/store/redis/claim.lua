-- ARGV: root, kind, now, until, limit, node. Gives {how many entries were seen, {message id, row}, ...}, longest due first.
local kind, till, node = ARGV[2], ARGV[4], ARGV[6]
local due = root .. 'due:' .. kind
local members = redis.call('ZRANGEBYSCORE', due, '-inf', ARGV[3], 'LIMIT', 0, ARGV[5])
local claimed = { #members }
for _, member in ipairs(members) do
  local id, messageId = string.match(member, '^([^\31]*)\31?(.*)$')
  local row = load(id)
  local stands = row and row.state == 'OPEN'
  if stands and kind == 'MESSAGE' then
    local number, one = message(row, messageId)
    stands = one and one[5] == 'QUEUED'
    if stands then
      one[11], one[12] = node, till
      row['m' .. number] = join(one)
      redis.call('HSET', root .. 'c:' .. id, 'm' .. number, row['m' .. number])
    end
  end
  if stands then
    redis.call('ZADD', due, till, member)
    claimed[#claimed + 1] = { messageId, flatten(row) }
  else
    redis.call('ZREM', due, member)
  end
end
return claimed
