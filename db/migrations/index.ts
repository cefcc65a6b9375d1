import { Migration20261122000001_tables } from './Migration20261122000001_tables.ts';
import { Migration20261122000002_policies } from './Migration20261122000002_policies.ts';
import { Migration20261122000003_bonds } from './Migration20261122000003_bonds.ts';
import { Migration20261122000004_tallies } from './Migration20261122000004_tallies.ts';
import { Migration20261122000005_lists } from './Migration20261122000005_lists.ts';
import { Migration20261122000006_intake } from './Migration20261122000006_intake.ts';
import { Migration20261122000007_responsible } from './Migration20261122000007_responsible.ts';
import { Migration20261122000008_years } from './Migration20261122000008_years.ts';
import { Migration20261122000009_search } from './Migration20261122000009_search.ts';
import { Migration20261128000001_withdrawn_alerts } from './Migration20261128000001_withdrawn_alerts.ts';
import { Migration20261128000030_doors } from './Migration20261128000030_doors.ts';
import { Migration20261128000031_seal } from './Migration20261128000031_seal.ts';
import { Migration20261128000032_scope } from './Migration20261128000032_scope.ts';
import { Migration20261128000040_accusations } from './Migration20261128000040_accusations.ts';
import { Migration20261128000041_uses } from './Migration20261128000041_uses.ts';
import { Migration20261128000042_urgent_plans } from './Migration20261128000042_urgent_plans.ts';
import { Migration20261128000043_tags } from './Migration20261128000043_tags.ts';
import { Migration20261128000050_visible } from './Migration20261128000050_visible.ts';
import { Migration20261128000061_names } from './Migration20261128000061_names.ts';
import { Migration20261128000062_identity_openings } from './Migration20261128000062_identity_openings.ts';
import { Migration20261128000063_common_units } from './Migration20261128000063_common_units.ts';
import { Migration20261129000065_clock } from './Migration20261129000065_clock.ts';

/** Migrations in their order; never edited once landed, only added to. */
export const migrations = [
  Migration20261122000001_tables,
  Migration20261122000002_policies,
  Migration20261122000003_bonds,
  Migration20261122000004_tallies,
  Migration20261122000005_lists,
  Migration20261122000006_intake,
  Migration20261122000007_responsible,
  Migration20261122000008_years,
  Migration20261122000009_search,
  Migration20261128000001_withdrawn_alerts,
  Migration20261128000030_doors,
  Migration20261128000031_seal,
  Migration20261128000032_scope,
  Migration20261128000040_accusations,
  Migration20261128000041_uses,
  Migration20261128000042_urgent_plans,
  Migration20261128000043_tags,
  Migration20261128000050_visible,
  Migration20261128000061_names,
  Migration20261128000062_identity_openings,
  Migration20261128000063_common_units,
  Migration20261129000065_clock,
].map((migration) => ({ name: migration.name, class: migration }));
