CREATE TABLE tenant (
  id uuid PRIMARY KEY,
  connection_id uuid NOT NULL REFERENCES connection,
  slug text NOT NULL,
  name text NOT NULL,
  prefix text NOT NULL,
  attribute_value text NOT NULL,
  state text NOT NULL,
  sharing text NOT NULL,
  knowledge_base_id text,
  data_source_id text,
  folders text[] NOT NULL,
  schema jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  -- Folded forms are computed by the application (Unicode normalisation and case folding) and unique per connection.
  slug_folded text NOT NULL,
  prefix_folded text NOT NULL COLLATE "C",
  attribute_value_folded text NOT NULL,
  UNIQUE (connection_id, slug_folded),
  UNIQUE (connection_id, prefix_folded),
  UNIQUE (connection_id, attribute_value_folded)
);
ALTER TABLE user_tenant ADD FOREIGN KEY (tenant_id) REFERENCES tenant ON DELETE CASCADE;
