-- Keys, names and ids compare by their UTF-8 bytes, as AWS orders them; COLLATE "C" is said on each such column.
create extension if not exists pg_trgm;
create extension if not exists btree_gin;
