import { Entity, Index } from '@mikro-orm/decorators/legacy';
import { CountyKey, IdKey, Instant, Uuid } from '../columns.ts';
import { scoped } from '../policies.ts';

/** That a leader in charge has to know of an urgent report, and whether they have acknowledged it (R36). */
@Entity({
  tableName: 'alert',
  ...scoped('alert', {
    county: { see: 'true', add: 'true', change: 'leader_id = app.person()' },
    township: { add: 'true' },
  }),
})
@Index({ name: 'alert_leader', properties: ['countyCode', 'leaderId', 'raisedAt'] })
export class Alert {
  @CountyKey() countyCode!: number;
  @IdKey() id!: string;
  @Uuid() reportId!: string;
  @Uuid() leaderId!: string;
  @Instant() raisedAt!: Date;
  @Instant() dueAt!: Date;
  @Instant({ nullable: true }) acknowledgedAt?: Date | null;
}
