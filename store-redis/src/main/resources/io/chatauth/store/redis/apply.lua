-- ARGV: root, id, kind, writer, at, then what the kind needs. Gives {won, row}; {0} if there is none; {-2} if a look-up key is taken.
local id, kind, writer, at = ARGV[2], ARGV[3], ARGV[4], tonumber(ARGV[5])
local row = load(id)
if not row then
  return { 0 }
end
if row.writer == writer then
  return { 1, flatten(row) }
end

local open = row.state == 'OPEN'
local answerable = open and at < tonumber(row.expiresAt)
local life = math.max(1, redis.call('PTTL', KEYS[1]))
local changes = {}

local function put(name, value)
  row[name] = value
  changes[#changes + 1] = name
  changes[#changes + 1] = value
end

local function won()
  redis.call('HSET', KEYS[1], unpack(changes))
  return { 1, flatten(row) }
end

local function lost()
  return { 0, flatten(row) }
end

-- The winner gets payload and look-ups once more.
local function finish(state)
  leave(id, row)
  redis.call('HDEL', KEYS[1], 'payload', 'payloadKey', 'lookups')
  index(root .. 'over', ARGV[5], id, life)
  put('state', state)
  put('endedAt', ARGV[5])
  put('writer', writer)
  return won()
end

local kinds = {}

-- free attempts, next attempt at, key ids
function kinds.CountAttempt()
  local known = false
  for i = 8, #ARGV do
    known = known or ARGV[i] == row.codeKey
  end
  local attempts = tonumber(row.attempts)
  if not answerable or not known or attempts >= tonumber(row.maxAttempts) or at < tonumber(row.nextAttemptAt) then
    return lost()
  end
  put('attempts', tostring(attempts + 1))
  if attempts + 1 >= tonumber(ARGV[6]) then
    put('nextAttemptAt', ARGV[7])
  end
  put('writer', writer)
  return won()
end

-- generation, state, assurance, handed out
function kinds.Answer()
  local early = ARGV[7] == 'EXHAUSTED' and tonumber(row.attempts) < tonumber(row.maxAttempts)
  if not answerable or early or row.generation ~= ARGV[6] then
    return lost()
  end
  if ARGV[7] == 'APPROVED' then
    put('assurance', ARGV[8])
    put('handedOut', ARGV[9])
  end
  return finish(ARGV[7])
end

function kinds.HandOut()
  if row.state ~= 'APPROVED' or row.handedOut == '1' then
    return lost()
  end
  put('handedOut', '1')
  put('writer', writer)
  return won()
end

function kinds.Cancel()
  return answerable and finish('CANCELLED') or lost()
end

function kinds.Expire()
  return open and not answerable and finish('EXPIRED') or lost()
end

-- When the next step is due; nothing if there is none. Ends the hiding by a claim.
local function stepDue(when)
  if when == '' then
    redis.call('ZREM', root .. 'due:STEP', id)
    redis.call('HDEL', KEYS[1], 'nextStepAt')
    row.nextStepAt = nil
  else
    index(root .. 'due:STEP', when, id, life)
    put('nextStepAt', when)
  end
end

local function beginsStep(step)
  for number = 1, tonumber(row.mn) do
    if tonumber(parts(row['m' .. number])[2]) >= step then
      return false
    end
  end
  return true
end

-- message, next send at, next step at or nothing, 1 for a new generation
function kinds.Send()
  local added = parts(ARGV[6])
  local sends = tonumber(row.sends)
  local inTime = at >= tonumber(row.nextSendAt)
  if tonumber(added[3]) == 0 then
    inTime = beginsStep(tonumber(added[2]))
  end
  if not answerable or sends >= tonumber(row.maxSends) or not inTime or message(row, added[1]) then
    return lost()
  end
  local number = tonumber(row.mn) + 1
  put('mn', tostring(number))
  put('m' .. number, ARGV[6])
  put('sends', tostring(sends + 1))
  put('nextSendAt', ARGV[7])
  put('generation', tostring(tonumber(row.generation) + tonumber(ARGV[9])))
  put('writer', writer)
  if added[5] == 'QUEUED' then
    index(root .. 'due:MESSAGE', added[12], work(id, added[1]), life)
  end
  stepDue(ARGV[8])
  return won()
end

-- next step at or nothing
function kinds.NextStep()
  if not open then
    return lost()
  end
  stepDue(ARGV[6])
  put('writer', writer)
  return won()
end

-- message id, status, three parts of a failure, provider's id, then the statuses that may become it. No mark: the row tells.
function kinds.MessageUpdate()
  local number, one = message(row, ARGV[6])
  local may = false
  for i = 12, #ARGV do
    may = may or (one and one[5] == ARGV[i])
  end
  if not may then
    return lost()
  end
  if one[5] == 'QUEUED' then
    redis.call('ZREM', root .. 'due:MESSAGE', work(id, one[1]))
  end
  one[5], one[6], one[7], one[8], one[9] = ARGV[7], ARGV[5], ARGV[8], ARGV[9], ARGV[10]
  if one[10] == '' then
    one[10] = ARGV[11]
  end
  put('m' .. number, join(one))
  return won()
end

-- message id, node, until. No mark: the row tells.
function kinds.Lease()
  local number, one = message(row, ARGV[6])
  if not open or not one or one[5] ~= 'QUEUED' or (one[11] ~= ARGV[7] and tonumber(one[12]) > at) then
    return lost()
  end
  one[11], one[12] = ARGV[7], ARGV[8]
  index(root .. 'due:MESSAGE', ARGV[8], work(id, one[1]), life)
  put('m' .. number, join(one))
  return won()
end

-- recipient, subject, purpose, look-ups, index key, payload, payload key
function kinds.Rekey()
  if not open then
    return lost()
  end
  if taken(ARGV[9], id) then
    return { -2 }
  end
  leaveKeys(id, row)
  put('recipient', ARGV[6])
  put('subject', ARGV[7])
  put('purpose', ARGV[8])
  put('lookups', ARGV[9])
  put('indexKey', ARGV[10])
  put('payload', ARGV[11])
  put('payloadKey', ARGV[12])
  put('writer', writer)
  enterKeys(id, row, life)
  return won()
end

return kinds[kind]()
