-- ARGV: root, id, life in ms, then the fields. Gives 1 if it is stored, -1 if the id is taken, -2 if a look-up key is.
local id = ARGV[2]
local life = tonumber(ARGV[3])
local row = {}
for i = 4, #ARGV, 2 do
  row[ARGV[i]] = ARGV[i + 1]
end
local there = redis.call('HMGET', KEYS[1], 'writer', 'salt')
if there[1] then
  if there[1] == row.writer and there[2] == row.salt then
    return 1
  end
  return -1
end
if taken(row.lookups, id) then
  return -2
end
redis.call('HSET', KEYS[1], unpack(ARGV, 4))
redis.call('PEXPIRE', KEYS[1], life)
enterKeys(id, row, life)
index(root .. 'k:' .. row.codeKey, row.createdAt, id, life)
index(root .. 'due:EXPIRY', row.expiresAt, id, life)
index(root .. 'over', row.expiresAt, id, life)
if row.nextStepAt then
  index(root .. 'due:STEP', row.nextStepAt, id, life)
end
for number = 1, tonumber(row.mn) do
  local one = parts(row['m' .. number])
  if one[5] == 'QUEUED' then
    index(root .. 'due:MESSAGE', one[12], work(id, one[1]), life)
  end
end
return 1
