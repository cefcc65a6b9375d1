import { asking } from '../../testing/answers.ts';
import { type Account, type Fixture, idOf, submitted } from '../../testing/fixture.ts';

/* What tests ask of leaders' secretaries, and of the alerts that wait for them. */
export const NAME =
  'mutation ($post: ID!) { nameSecretary(post: $post) { id namedAt endedAt leader { name } person { name } } }';
export const END = 'mutation ($id: ID!) { endSecretary(id: $id) { id endedAt } }';
export const HELD = '{ secretaries { leader { name } person { name } } }';
export const WAITING =
  '{ alertsAsSecretary { waitingCount edges { node { id leader { name } report { id no urgency place { fullName } } } } } }';
export const ACKNOWLEDGE =
  'mutation ($id: ID!) { acknowledgeAlert(id: $id) { id acknowledgedAt actedBy { id name } leader { name } } }';
export const OWN =
  'query ($isKnown: Boolean) { alerts(isKnown: $isKnown) { waitingCount knownCount edges { node { id acknowledgedAt actedBy { name } report { content } } } } }';
export const RANG =
  '{ notifications { unreadCount edges { node { id kind why forName link isSevere acknowledgedAt } } } }';

export const postOf = (account: Account) => ({ post: idOf(`post/${account}`) });

export function secretariesIn(fixture: Fixture) {
  const run = asking(fixture);
  return {
    run,
    named: (leader: Account = 'leader', secretary: Account = 'county') => run(leader, NAME, postOf(secretary)),
    /** Of its topic the account `leader` is in charge. */
    urgent: () => submitted(fixture, 'officer', { urgency: 'HIGH' }),
    waitingFor: async (account: Account) => {
      const { edges, waitingCount } = await run(account, WAITING);
      return { waitingCount, alerts: edges.map(({ node }: any) => node) };
    },
    /** The leader's alert of it. */
    alertOf: async (report: string): Promise<string> => {
      const text = 'select id from alert where report_id = $1 and leader_id = $2';
      return (await fixture.admin.query(text, [report, idOf('leader')])).rows[0].id;
    },
    rang: async (account: Account) => (await run(account, RANG)).edges.map(({ node }: any) => node),
    anew: async () => {
      await fixture.admin.query(
        'delete from secretary; delete from stand_in; delete from notification; delete from event; delete from alert; delete from sign_in_failure',
      );
      await fixture.admin.query('update person set is_active = true');
      await fixture.admin.query(
        `update post set valid_to = null, role = case when id = $1 then 'COUNTY_CLERK' else role end, unit_code = case when id = $1 then county_code::bigint * 1000000000 else unit_code end`,
        [idOf('post/county')],
      );
    },
  };
}
