-- What all scripts of challenges share. ARGV[1] is the root of all names; it has the hash tag, so that all stand in one slot.
local root = ARGV[1]

local function load(id)
  local flat = redis.call('HGETALL', root .. 'c:' .. id)
  if #flat == 0 then
    return nil
  end
  local row = {}
  for i = 1, #flat, 2 do
    row[flat[i]] = flat[i + 1]
  end
  return row
end

local function flatten(row)
  local flat = {}
  for name, value in pairs(row) do
    flat[#flat + 1] = name
    flat[#flat + 1] = value
  end
  return flat
end

-- A list is kept as one text, each part followed by a unit separator.
local function parts(text)
  local all = {}
  for part in string.gmatch(text, '([^\31]*)\31') do
    all[#all + 1] = part
  end
  return all
end

local function join(all)
  return table.concat(all, '\31') .. '\31'
end

-- A message: 1 id, 2 step, 3 send, 4 channel, 5 status, 6 at, 7 to 9 failure, 10 provider's id, 11 node, 12 leased until.
local function message(row, id)
  for number = 1, tonumber(row.mn) do
    local found = parts(row['m' .. number])
    if found[1] == id then
      return number, found
    end
  end
  return nil
end

local function work(id, messageId)
  return id .. '\31' .. messageId
end

-- An index lives at least as long as what it leads to.
local function index(key, score, member, life)
  redis.call('ZADD', key, score, member)
  if redis.call('PTTL', key) < life then
    redis.call('PEXPIRE', key, life)
  end
end

local function keyIds(row)
  local ids = { [row.codeKey] = true, [row.indexKey] = true }
  if row.payloadKey then
    ids[row.payloadKey] = true
  end
  return ids
end

local function now()
  local time = redis.call('TIME')
  return tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
end

-- Whether another open challenge has one of the look-up keys.
local function taken(lookups, id)
  for _, lookup in ipairs(parts(lookups)) do
    local holder = redis.call('GET', root .. 'l:' .. lookup)
    if holder and holder ~= id and redis.call('EXISTS', root .. 'c:' .. holder) == 1 then
      return true
    end
  end
  return false
end

-- What depends on keys and is searched by: entered when a challenge is stored or keyed anew.
local function enterKeys(id, row, life)
  index(root .. 'r:' .. row.channel .. ':' .. row.recipient, row.createdAt, id, life)
  index(root .. 's:' .. row.subject, row.createdAt, id, life)
  local gone = string.format('%.0f', now() + life)
  for keyId in pairs(keyIds(row)) do
    index(root .. 'u:' .. keyId, gone, id, life)
  end
  for _, lookup in ipairs(parts(row.lookups)) do
    redis.call('SET', root .. 'l:' .. lookup, id, 'PX', life)
  end
end

local function leaveKeys(id, row)
  redis.call('ZREM', root .. 'r:' .. row.channel .. ':' .. row.recipient, id)
  redis.call('ZREM', root .. 's:' .. row.subject, id)
  for keyId in pairs(keyIds(row)) do
    redis.call('ZREM', root .. 'u:' .. keyId, id)
  end
  for _, lookup in ipairs(parts(row.lookups or '')) do
    if redis.call('GET', root .. 'l:' .. lookup) == id then
      redis.call('DEL', root .. 'l:' .. lookup)
    end
  end
end

-- Takes an open challenge out of everything but the list of what is to be purged.
local function leave(id, row)
  leaveKeys(id, row)
  redis.call('ZREM', root .. 'k:' .. row.codeKey, id)
  redis.call('ZREM', root .. 'due:STEP', id)
  redis.call('ZREM', root .. 'due:EXPIRY', id)
  for number = 1, tonumber(row.mn) do
    redis.call('ZREM', root .. 'due:MESSAGE', work(id, parts(row['m' .. number])[1]))
  end
end
