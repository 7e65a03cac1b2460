-- ARGV: root, id. Gives the row, or nothing.
local row = load(ARGV[2])
return row and flatten(row) or {}
