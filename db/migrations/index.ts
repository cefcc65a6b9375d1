import { Migration20261122000001_tables } from './Migration20261122000001_tables.ts';
import { Migration20261122000002_policies } from './Migration20261122000002_policies.ts';
import { Migration20261122000003_bonds } from './Migration20261122000003_bonds.ts';
  Migration20261122000004_tallies,
