-- No tenant's prefix may begin with another's, or one's filter by prefix would hold the other's documents. Checked under a lock, because two
-- onboardings at once would not see each other.
CREATE FUNCTION refuse_nested_prefix() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('tenant_prefix:' || NEW.connection_id::text, 0));
  IF EXISTS (
    SELECT 1 FROM tenant other
    WHERE other.connection_id = NEW.connection_id AND other.id <> NEW.id
      AND (starts_with(other.prefix_folded, NEW.prefix_folded) OR starts_with(NEW.prefix_folded, other.prefix_folded))
      AND other.prefix_folded <> NEW.prefix_folded)
  THEN
    RAISE EXCEPTION 'The prefix overlaps that of another tenant' USING ERRCODE = 'exclusion_violation', CONSTRAINT = 'tenant_prefix_nested';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER tenant_prefix_nested BEFORE INSERT OR UPDATE OF prefix_folded ON tenant FOR EACH ROW EXECUTE FUNCTION refuse_nested_prefix();
