import { type RawBuilder, sql } from 'kysely'
import { readable } from '../../platform/access/readable.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import type { Reader } from '../../platform/db/database.ts'
import type { WorkspaceHead } from '../../platform/http/page.ts'
import { plainDate } from '../../platform/time/oslo.ts'
import { partyHistory } from '../../modules/actors/index.ts'
import { governanceText } from '../../modules/agreements/index.ts'
import { partiesIn, type YearMaterial } from './year-material.ts'

/** More than this of one sort is not for a report. */
const mostRows = 200

/** What of a report the database does not say by itself: to whom it goes, what the thread check found, and what partners said in an evaluation. */
export type AlsoTold = Pick<YearMaterial, 'recipient' | 'loose' | 'evaluation'>

/**
 * What the workspace says of a period. Only what everybody in it may see, whoever drafts it: the report is for others than those who write it. So many
 * statements, whatever the size.
 */
export async function yearMaterial(db: Reader, viewer: Viewer, workspace: WorkspaceHead, period: { from: string; to: string }, on: string, also: AlsoTold): Promise<YearMaterial> {
  const { from, to } = period
  const told = sql`item.workspace_id = ${workspace.id} and item.removed_at is null and item.audience in ('public', 'workspace') and ${readable(viewer)}`
  const within = (column: string) => sql`${sql.ref(column)} between ${from}::date and ${to}::date`
  const nextYear = plainDate(to).add({ years: 1 }).toString()
  const rows = async <R>(query: RawBuilder<R>): Promise<R[]> => (await query.execute(db)).rows
  const year = Number(to.slice(0, 4))
  const [parties, successions, agreements, governance, decisions, [tasks], measures, milestones, results, effects, indicators, resources, arenas, lessons, asks, waiting, coming] = await Promise.all([
    partyHistory(db, workspace.id),
    rows(sql<YearMaterial['successions'][number]>`
      select distinct f.name as "from", t.name as "to", s.on_date as "on" from succession s join organisation f on f.id = s.from_id join organisation t on t.id = s.to_id
      where ${within('s.on_date')} and exists (select from party p where p.workspace_id = ${workspace.id} and p.role <> 'mentioned' and p.organisation_id in (s.from_id, s.to_id)) order by 3, 1, 2`),
    rows(sql<YearMaterial['agreements'][number] & { purpose: string | null }>`
      select item.title, item.state, own.starts_on as "startsOn", own.ends_on as "endsOn", own.renew_by as "renewBy", own.purpose,
        (select count(*)::int from agreement_party p where p.item_id = item.id and p.left_on is null) as parties,
        (select count(*)::int from agreement_party p where p.item_id = item.id and p.left_on is null and p.signed_on is not null) as signed
      from item join agreement own on own.id = item.id
      where ${told} and (own.starts_on is null or own.starts_on <= ${nextYear}::date) and (own.ends_on is null or own.ends_on >= ${from}::date) order by own.starts_on nulls last, item.number limit ${mostRows}`),
    governanceText(db, viewer, workspace),
    rows(sql<YearMaterial['decisions'][number]>`
      select item.title, own.decided_on as "on", own.decided_by as by, coalesce(item.state = 'followed_up', false) as "followedUp" from item join decision own on own.id = item.id
      where ${told} and item.state in ('decided', 'followed_up') and ${within('own.decided_on')} order by own.decided_on, item.number limit ${mostRows}`),
    rows(sql<YearMaterial['tasks']>`
      select count(*)::int as "all", count(*) filter (where item.state = 'done')::int as done, count(*) filter (where item.state not in ('done', 'dropped') and own.due_on < ${on}::date)::int as late
      from item join follow_up own on own.id = item.id where ${told} and ${within('own.due_on')}`),
    rows(sql<YearMaterial['measures'][number]>`
      select item.title, coalesce(item.state, 'not_started') as state, own.ends_on as "endsOn" from item join measure own on own.id = item.id where ${told} order by item.place, item.number`),
    rows(sql<YearMaterial['milestones'][number]>`
      select m.title, item.title as measure, m.done_on as "on" from item join milestone m on m.item_id = item.id where ${told} and item.kind = 'measure' and ${within('m.done_on')} order by m.done_on, item.number, m.place limit ${mostRows}`),
    rows(sql<YearMaterial['results'][number]>`
      select item.title, own.happened_on as "on" from item join result own on own.id = item.id
      where ${told} and coalesce(own.happened_on, (item.created_at at time zone 'Europe/Oslo')::date) between ${from}::date and ${to}::date order by own.happened_on nulls last, item.number limit ${mostRows}`),
    rows(sql<YearMaterial['effects'][number]>`
      select item.title, own.certainty, own.other_explanations as others from item join effect own on own.id = item.id where ${told} order by item.place, item.number limit ${mostRows}`),
    rows(sql<YearMaterial['indicators'][number]>`
      select item.title, own.unit, own.baseline, own.baseline_on as "baselineOn", last.value as latest, last.on_date as "latestOn", own.target, own.target_on as "targetOn", coalesce(last.source, own.source) as source
      from item join indicator own on own.id = item.id
      left join lateral (select m.value, m.on_date, m.source from measurement m where m.item_id = item.id and m.value is not null and m.on_date <= ${to}::date order by m.on_date desc, m.id desc limit 1) last on true
      where ${told} and own.qualitative is not true order by item.place, item.number limit ${mostRows}`),
    rows(sql<YearMaterial['resources'][number]>`
      select o.name as organisation, sum(i.amount) filter (where i.type = 'money') as money, sum(i.amount) filter (where i.type = 'people') as people
      from item join instrument i on i.item_id = item.id join organisation o on o.id = i.organisation_id
      where ${told} and item.kind = 'measure' and i.state = 'committed' and i.year = ${year} and i.type in ('money', 'people') group by o.id, o.name order by o.name limit ${mostRows}`),
    rows(sql<YearMaterial['arenas'][number]>`
      select item.title, held.meetings, held.decisions,
        (select count(distinct s.item_id)::int from matter_step s where s.arena_id = item.id and s.what in ('handled', 'decided') and ${within('s.happened_on')}) as matters
      from item join arena own on own.id = item.id
      cross join lateral (
        select count(distinct m.id)::int as meetings, count(distinct d.id)::int as decisions
        from link l join meeting m on m.id = l.from_id join item met on met.id = m.id and met.removed_at is null and met.state in ('held', 'approved')
        left join link c on c.relation = 'comes_from' and c.to_id = m.id and c.removed_at is null and c.from_kind = 'decision'
        left join item d on d.id = c.from_id and d.removed_at is null and d.state in ('decided', 'followed_up') and d.audience in ('public', 'workspace')
        where l.relation = 'held_in' and l.to_id = item.id and l.removed_at is null and ${within('m.held_on')}) held
      where ${told} order by item.place, item.number limit ${mostRows}`),
    rows(sql<YearMaterial['lessons'][number]>`
      select item.title, own.advice from item join lesson own on own.id = item.id
      where ${told} and (item.created_at at time zone 'Europe/Oslo')::date between ${from}::date and ${to}::date order by item.number limit ${mostRows}`),
    rows(sql<YearMaterial['asks'][number]>`
      select asked.text, asked.about from (
        select item.title as text, null::text as about, 0 as rank, item.number from item where ${told} and item.kind = 'decision' and item.state = 'needed'
        union all select own.needs_decision, item.title, 1, item.number from item join measure own on own.id = item.id where ${told} and own.needs_decision is not null and item.state not in ('completed', 'cancelled')) asked
      order by asked.rank, asked.number limit ${mostRows}`),
    rows(sql<YearMaterial['waiting'][number]>`
      select item.title, called.title as arena from item
      join lateral (select s.arena_id, s.what from matter_step s where s.item_id = item.id order by s.place desc, s.id desc limit 1) last on true
      join arena a on a.id = last.arena_id and a.level = 'political' join item called on called.id = a.id and called.removed_at is null and called.audience in ('public', 'workspace')
      where ${told} and item.kind = 'matter' and last.what not in ('decided', 'closed') order by item.number limit ${mostRows}`),
    rows(sql<YearMaterial['coming'][number]>`
      select c.what, c.title, c.on from (
        select 'measure' as what, item.title, own.ends_on as "on" from item join measure own on own.id = item.id where ${told} and item.state not in ('completed', 'cancelled')
        union all select 'milestone', m.title, m.due_on from item join milestone m on m.item_id = item.id where ${told} and item.kind = 'measure' and m.done_on is null
        union all select 'agreement', item.title, own.renew_by from item join agreement own on own.id = item.id where ${told} and item.state in ('agreed', 'in_force')
        union all select 'influence', i.body, i.due_on from item join governance_influence i on i.item_id = item.id where ${told} and i.done_on is null) c
      where c.on > ${to}::date and c.on <= ${nextYear}::date order by c.on, c.title limit ${mostRows}`),
  ])
  const inForce = agreements.findLast((one) => one.state === 'in_force' || one.state === 'agreed') ?? agreements.at(-1)
  return {
    ...also, workspace: workspace.title, from, to, on, purpose: inForce?.purpose ?? null, ...partiesIn(parties, from, to), successions, agreements, governance, decisions, tasks: tasks ?? { all: 0, done: 0, late: 0 },
    measures, milestones, results, effects, indicators: indicators.map(numbered), resources: resources.map((one) => ({ ...one, money: number(one.money), people: number(one.people) })), arenas, lessons, asks, waiting, coming,
  }
}

const number = (value: number | null): number | null => (value === null ? null : Number(value))
const numbered = (one: YearMaterial['indicators'][number]): YearMaterial['indicators'][number] => ({ ...one, baseline: number(one.baseline), latest: number(one.latest), target: number(one.target) })
