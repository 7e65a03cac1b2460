-- ARGV: root, at, limit, kind of the way, where it leads. Gives rows, newest first. What is gone from Redis leaves its way.
local at, limit = tonumber(ARGV[2]), tonumber(ARGV[3])
local way = root .. ARGV[4] .. ':' .. ARGV[5]
local found = {}

local function look(id)
  local row = load(id)
  if row and row.state == 'OPEN' and tonumber(row.expiresAt) > at then
    found[#found + 1] = flatten(row)
  end
  return row
end

if ARGV[4] == 'l' then
  local id = redis.call('GET', way)
  if id then
    look(id)
  end
  return found
end

local from = 0
local ids = {}
repeat
  local gone = {}
  ids = redis.call('ZREVRANGE', way, from, from + 99)
  for _, id in ipairs(ids) do
    if #found < limit and not look(id) then
      gone[#gone + 1] = id
    end
  end
  if #gone > 0 then
    redis.call('ZREM', way, unpack(gone))
  end
  from = from + #ids - #gone
until #ids < 100 or #found == limit
return found
