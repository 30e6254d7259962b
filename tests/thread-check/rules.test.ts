import { afterAll, describe, expect, it } from 'vitest'
import { v7 } from '../../src/platform/item/id.ts'
import { testDatabase } from '../support/database.ts'
import { changeChildren } from '../../src/platform/item/item.actions.ts'
import { insertArenaTie, raiseMatter, takeStep } from '../../src/modules/arenas/index.ts'
import { catalogue, kindCalled, type Made, type Workshop, workshop } from './world.ts'

const database = await testDatabase()
afterAll(() => database.close())

/** For each rule something that fails, called «løs», and something that holds, called «fast». */
type Example = (w: Workshop) => Promise<unknown>
const past = '2026-11-09'
const today = '2026-11-10'
const owner = async (w: Workshop, ...names: string[]) => ({ owner: await w.organisations(...names) })
const two = async (w: Workshop, kind: string) => ({ loose: await w.add(kind, 'løs'), fast: await w.add(kind, 'fast') })
const tiedTo = (kind: string, relation: string, other: string, forward = true): Example => async (w) => {
  const { fast } = await two(w, kind)
  const end = await w.add(other, 'annet')
  await (forward ? w.tie(fast, relation, end) : w.tie(end, relation, fast))
}

/** A round that is over, in which these measures were asked about; those with an answer sent one. */
const roundOver = async (w: Workshop, number: number, dueOn: string, asked: readonly { item: { id: string } }[], answered: readonly { item: { id: string } }[]) => {
  const round = v7()
  const at = `${dueOn}T08:00:00Z`
  await w.db.insertInto('status_round').values({ id: round, workspace_id: w.id, number, title: `Runde ${number}`, due_on: dueOn, state: 'closed', made_at: at, asked_at: at, closed_at: at }).execute()
  for (const { item } of asked) {
    const [answer, sending] = [v7(), v7()]
    await w.db.insertInto('status_answer').values({ id: answer, round_id: round, item_id: item.id, seen_version: 1 }).execute()
    if (!answered.some((one) => one.item.id === item.id)) continue
    await w.db.insertInto('status_sending').values({ id: sending, answer_id: answer, answer_version: 1, channel: 'link', sent_at: at }).execute()
    await w.db.updateTable('status_answer').set({ sending_id: sending }).where('id', '=', answer).execute()
  }
  // The rule goes by the day: what the night's check does for all, this touch does for these.
  await w.act(async (work) => asked.forEach(({ item }) => work.record({ workspaceId: w.id, what: 'touched', itemId: item.id })))
}

const inUse = { state: 'active' }
/** What an arena has agreed with another: contact every 30 days since the summer. */
const agree = async (w: Workshop, from: Made, to: Made, since = '2026-08-01') => {
  const item = await w.again(from)
  await w.act((work) => changeChildren(work, w.place, from.kind, item, item.version, 'arena_tie.added', async () => void (await insertArenaTie(work.tx, item.id, { otherId: to.item.id, type: 'prepares', everyDays: 30, since, note: null }))))
}
/** A matter that was raised in an arena on a day. */
const raised = async (w: Workshop, title: string, arena: Made, on: string): Promise<Made> => {
  const id = await w.act(async (work) => { const made = await raiseMatter(work, w.place, { title }, { arenaId: arena.item.id, on }); if ('refused' in made) throw new Error(made.refused); return made.done })
  const { number } = await w.db.selectFrom('item').select('number').where('id', '=', id).executeTakeFirstOrThrow()
  const kind = kindCalled('matter')
  return { kind, item: await w.again({ kind, item: { number } }) }
}
const taken = async (w: Workshop, made: Made, what: 'handled' | 'forwarded' | 'decided', on: string, to?: Made) => {
  const item = await w.again(made)
  await w.act(async (work) => { const done = await takeStep(work, w.place, item, item.version, { what, on, ...(to && { toArenaId: to.item.id }) }); if ('refused' in done) throw new Error(done.refused) })
}

/** A round of expectations that is shown and over, in which Lia expects something of Dal that nobody has replied to. */
const expectationsShown = async (w: Workshop) => {
  const [lia = '', dal = ''] = await w.organisations('Lia kommune', 'Dal kommune')
  const [round, answer] = [v7(), v7()]
  const at = '2026-09-01T08:00:00Z'
  await w.db.insertInto('expectation_round').values({ id: round, workspace_id: w.id, number: 1, title: 'Forventninger', due_on: '2026-09-20', state: 'released', made_at: at, asked_at: at, closed_at: at, released_at: at, reply_by: past }).execute()
  await w.db.insertInto('expectation_answer').values({ id: answer, round_id: round, organisation_id: lia, sent_at: at, channel: 'link' }).execute()
  await w.db.insertInto('expectation_statement').values({ id: v7(), answer_id: answer, sent: true, place: 0, what: 'expects', kind: 'people', about_id: dal, text: 'Folk.' }).execute()
  return lia
}

const examples: Record<string, Example> = {
  'expectation-unanswered': async (w) => {
    await expectationsShown(w)
    await w.add('agreement', 'løs', { state: 'draft' })
    await w.add('agreement', 'fast', { state: 'ended' })
  },
  'agreement-signed-before-expectations-met': async (w) => {
    const lia = await expectationsShown(w)
    const { loose, fast } = { loose: await w.add('agreement', 'løs', { state: 'in_force' }), fast: await w.add('agreement', 'fast', { state: 'in_force' }) }
    for (const [one, signed] of [[loose, '2026-10-01'], [fast, null]] as const) await w.db.insertInto('agreement_party').values({ id: v7(), item_id: one.item.id, organisation_id: lia, signed_on: signed }).execute()
    await w.act(async (work) => work.record({ workspaceId: w.id, what: 'touched', itemId: loose.item.id }))
  },
  'arena-isolated': async (w) => {
    const [committee, group, meets, alone] = [await w.add('arena', 'utvalg', inUse), await w.add('arena', 'gruppe', inUse), await w.add('arena', 'møtes', inUse), await w.add('arena', 'løs', inUse)]
    await w.add('arena', 'hviler', { state: 'resting' })
    await agree(w, committee, group, today)
    const meeting = await w.add('meeting', 'felles møte', { fields: { held_on: past } })
    for (const arena of [meets, committee]) await w.tie(meeting, 'held_in', arena)
    // What is to come is no contact yet.
    const planned = await w.add('meeting', 'kommer', { fields: { held_on: '2026-11-12' } })
    for (const arena of [alone, committee]) await w.tie(planned, 'held_in', arena)
  },
  'arena-contact-overdue': async (w) => {
    const [loose, fast, third] = [await w.add('arena', 'løs', inUse), await w.add('arena', 'fast', inUse), await w.add('arena', 'tredje', inUse)]
    await agree(w, loose, third)
    await agree(w, fast, third)
    await taken(w, await raised(w, 'sak', fast, '2026-10-01'), 'forwarded', '2026-10-11', third)
    await agree(w, third, loose, '2026-10-11')
  },
  'matter-stuck': async (w) => {
    const [arena, other] = [await w.add('arena', 'utvalg', inUse), await w.add('arena', 'gruppe', inUse)]
    await raised(w, 'løs', arena, '2026-09-10')
    await raised(w, 'fast', arena, '2026-09-11')
    await taken(w, await raised(w, 'behandlet', arena, '2026-06-01'), 'handled', '2026-10-01')
    await taken(w, await raised(w, 'sendt videre', arena, '2026-06-01'), 'forwarded', '2026-10-01', other)
    await taken(w, await raised(w, 'avgjort', arena, '2026-06-01'), 'decided', '2026-06-02')
  },
  'status-unanswered': async (w) => {
    const [loose, fast, once] = [await w.add('measure', 'løs'), await w.add('measure', 'fast'), await w.add('measure', 'spurt én gang')]
    await roundOver(w, 1, '2026-05-01', [loose, fast], [loose, fast])
    await roundOver(w, 2, '2026-07-01', [loose, fast], [])
    await roundOver(w, 3, '2026-09-01', [loose, fast, once], [fast])
  },
  'measure-without-owner': async (w) => {
    await w.add('measure', 'løs')
    await w.add('measure', 'fast', { fields: await owner(w, 'Lia kommune') })
    await w.add('measure', 'fullført', { state: 'completed' })
  },
  'measure-overdue': async (w) => {
    await w.add('measure', 'løs', { state: 'in_progress', fields: { ends_on: past } })
    await w.add('measure', 'fast', { state: 'in_progress', fields: { ends_on: today } })
    await w.add('measure', 'ferdig', { state: 'completed', fields: { ends_on: past } })
  },
  'measure-without-goal': async (w) => {
    await w.add('measure', 'løs')
    await w.add('measure', 'avsluttet', { state: 'cancelled' })
    await w.tie(await w.add('measure', 'fast'), 'delivers', await w.add('goal', 'mål'))
    await w.tie(await w.add('measure', 'fast til område'), 'delivers', await w.add('priority_area', 'område'))
  },
  'measure-completed-without-result': async (w) => {
    await w.add('measure', 'løs', { state: 'completed' })
    await w.add('measure', 'i gang', { state: 'in_progress' })
    await w.tie(await w.add('measure', 'fast', { state: 'completed' }), 'leads_to', await w.add('result', 'resultat'))
  },
  'measure-needs-decision': async (w) => {
    await w.add('measure', 'løs', { fields: { needs_decision: 'Hvem betaler?' } })
    await w.add('measure', 'fast')
  },
  'measure-without-deadline': async (w) => {
    await w.add('measure', 'løs')
    await w.add('measure', 'fast', { fields: { ends_on: '2027-06-30' } })
    await w.add('measure', 'løpende', { fields: { recurrence: 'ongoing' } })
    await w.add('measure', 'ferdig', { state: 'completed' })
  },
  'measure-not-anchored': async (w) => {
    await w.add('measure', 'løs')
    const plan = await w.add('plan_document', 'Regional plan')
    await w.tie(await w.add('measure', 'fast'), 'anchored_in', plan)
    await w.add('measure', 'med ord', { fields: { anchoring_text: 'Kommuneplanen, kap. 3' } })
    const goal = await w.add('goal', 'mål')
    await w.tie(goal, 'anchored_in', plan)
    await w.tie(await w.add('measure', 'gjennom målet'), 'delivers', goal)
  },
  'measure-with-many-owners': async (w) => {
    await w.add('measure', 'løs', { fields: await owner(w, 'Lia kommune', 'Dalen kommune') })
    await w.add('measure', 'fast', { fields: await owner(w, 'Lia kommune') })
  },
  'area-without-measure': async (w) => {
    const { loose, fast } = await two(w, 'priority_area')
    await w.tie(await w.add('measure', 'tiltak'), 'delivers', fast)
    await w.tie(await w.add('measure', 'avsluttet', { state: 'cancelled' }), 'delivers', loose)
  },
  'area-without-goal': tiedTo('priority_area', 'pursues', 'goal'),
  'area-too-wide': async (w) => {
    const { loose, fast } = await two(w, 'priority_area')
    for (const n of [1, 2, 3]) await w.tie(await w.add('measure', `tiltak ${n}`), 'delivers', loose)
    await w.tie(await w.add('measure', 'ett'), 'delivers', fast)
  },
  'goal-without-area-or-measure': async (w) => {
    const { fast } = await two(w, 'goal')
    await w.tie(await w.add('measure', 'tiltak'), 'delivers', fast)
    await w.tie(await w.add('priority_area', 'område'), 'pursues', await w.add('goal', 'gjennom område'))
  },
  'goal-without-knowledge': async (w) => {
    const { loose, fast } = await two(w, 'goal')
    const finding = await w.add('finding', 'funn')
    const known = await w.add('challenge', 'med funn')
    await w.tie(finding, 'supports', known)
    await w.tie(fast, 'addresses', known)
    await w.tie(loose, 'addresses', await w.add('challenge', 'uten funn'))
  },
  'goal-without-challenge': tiedTo('goal', 'addresses', 'challenge'),
  'goal-without-indicator': tiedTo('goal', 'measures', 'indicator', false),
  'challenge-without-knowledge': tiedTo('challenge', 'supports', 'finding', false),
  'challenge-without-goal': tiedTo('challenge', 'addresses', 'goal', false),
  'indicator-without-baseline': async (w) => {
    await w.add('indicator', 'løs')
    await w.add('indicator', 'fast', { fields: { baseline: 12 } })
    await w.add('indicator', 'med ord', { fields: { qualitative: true } })
  },
  'indicator-stale': async (w) => {
    await w.add('indicator', 'løs', { fields: { baseline_on: '2025-11-09' } })
    await w.add('indicator', 'fast', { fields: { baseline_on: '2025-11-10' } })
    await w.add('indicator', 'ny')
  },
  'result-without-effect': tiedTo('result', 'leads_to', 'effect'),
  'effect-without-evidence': tiedTo('effect', 'supports', 'finding', false),
  'finding-without-source': async (w) => {
    await w.add('finding', 'løs')
    await w.add('finding', 'fast', { fields: { source: 'SSB' } })
  },
  'finding-unused': tiedTo('finding', 'weakens', 'challenge'),
  'lesson-unused': tiedTo('lesson', 'used_in', 'measure'),
  'decision-not-followed-up': async (w) => {
    await w.add('decision', 'løs', { state: 'decided', fields: { due_on: past } })
    await w.add('decision', 'fast', { state: 'decided', fields: { due_on: today } })
    await w.add('decision', 'fulgt opp', { state: 'followed_up', fields: { due_on: past } })
  },
  'follow-up-overdue': async (w) => {
    await w.add('follow_up', 'løs', { state: 'on_the_way', fields: { due_on: past } })
    await w.add('follow_up', 'fast', { state: 'open', fields: { due_on: today } })
    await w.add('follow_up', 'gjort', { state: 'done', fields: { due_on: past } })
  },
  'follow-up-without-owner': async (w) => {
    const [lia = ''] = await w.organisations('Lia kommune')
    await w.add('follow_up', 'løs', { state: 'open' })
    await w.add('follow_up', 'fast', { state: 'open', fields: { owner: [lia] } })
    await w.add('follow_up', 'gjort', { state: 'done' })
  },
  'decision-needed': async (w) => {
    await w.add('decision', 'løs', { state: 'needed' })
    await w.add('decision', 'fast', { state: 'decided' })
  },
  'agreement-renewal-due': async (w) => {
    await w.add('agreement', 'løs', { state: 'in_force', fields: { renew_by: '2027-02-08' } })
    await w.add('agreement', 'langt fram', { state: 'in_force', fields: { renew_by: '2027-02-09' } })
    await w.add('agreement', 'utkast', { fields: { renew_by: past } })
    const replaced = await w.add('agreement', 'fast', { state: 'in_force', fields: { renew_by: past } })
    await w.tie(await w.add('agreement', 'den nye'), 'replaces', replaced)
  },
  'political-influence-missing': async (w) => {
    const planned = async (title: string, means: readonly string[], leadership = 'administrative') => {
      const { item } = await w.add('governance_model', title, { fields: { leadership } })
      for (const one of means) await w.db.insertInto('governance_influence').values({ id: v7(), item_id: item.id, means: one, body: 'Fylkestinget', due_on: '2027-03-01' }).execute()
      await w.act(async (work) => work.record({ workspaceId: w.id, what: 'touched', itemId: item.id }))
    }
    await planned('løs', ['mandate', 'report'])
    await planned('fast', ['mandate', 'consultation', 'orientation', 'report'])
    await planned('folkevalgte', [], 'political')
  },
  'political-influence-overdue': async (w) => {
    for (const [title, due, done] of [['løs', past, null], ['i dag', today, null], ['fast', past, past]] as const) {
      const { item } = await w.add('governance_model', title)
      await w.db.insertInto('governance_influence').values({ id: v7(), item_id: item.id, means: 'report', body: 'Fylkestinget', due_on: due, done_on: done }).execute()
      await w.act(async (work) => work.record({ workspaceId: w.id, what: 'touched', itemId: item.id }))
    }
  },
  'evaluation-led-to-nothing': async (w) => {
    const closed = async (title: string, on: string) => {
      const made = await w.add('evaluation', title, { state: 'closed' })
      await w.db.insertInto('evaluation_round').values({ item_id: made.item.id, due_on: on, asked_at: `${on}T08:00:00Z`, closed_on: on }).execute()
      await w.act(async (work) => work.record({ workspaceId: w.id, what: 'touched', itemId: made.item.id }))
      return made
    }
    await closed('løs', '2026-09-10')
    await closed('nettopp', '2026-09-11')
    await w.tie(await w.add('lesson', 'lærdom'), 'learned_from', await closed('fast', '2026-01-10'))
    await w.add('evaluation', 'kladd')
  },
  'agreement-unsigned': async (w) => {
    const [party] = await w.organisations('Lia kommune')
    const agreed = async (title: string, on: string, signed: string | null) => {
      const { item } = await w.add('agreement', title, { state: 'agreed' })
      await w.db.insertInto('agreement_edition').values({ id: v7(), item_id: item.id, number: 1, opened_on: on, agreed_on: on }).execute()
      await w.db.insertInto('agreement_party').values({ id: v7(), item_id: item.id, organisation_id: party ?? '', signed_on: signed }).execute()
      await w.act(async (work) => work.record({ workspaceId: w.id, what: 'touched', itemId: item.id }))
    }
    await agreed('løs', '2026-09-10', null)
    await agreed('nettopp', '2026-09-11', null)
    await agreed('fast', '2026-01-10', past)
  },
}

describe('each rule', () => {
  it.each(catalogue.checks.filter((rule) => rule.id in examples).map((rule) => rule.id))('%s finds what is loose and nothing else', async (rule) => {
    const w = await workshop(database.db)
    await database.db.updateTable('workspace').set({ focus_measures_per_area: 2 }).where('id', '=', w.id).execute()
    await examples[rule]?.(w)
    expect((await w.rows()).filter((row) => row.startsWith(`${rule}:`))).toEqual([`${rule}: løs`])
    expect(await w.wrong()).toBe(0)
  })

  it('that counts has an example, and words in three languages that say why', () => {
    const other = ['plan-too-wide', 'organisation-too-wide']
    expect(catalogue.checks.map((rule) => rule.id).sort()).toEqual([...Object.keys(examples), ...other].sort())
    for (const { words } of catalogue.checks) for (const lang of ['nb', 'nn', 'en'] as const) for (const text of Object.values(words[lang])) expect(text.length).toBeGreaterThan(4)
  })
})

describe('focus, as the workspace has said', () => {
  it('the plan is too wide when it has more areas than few enough', async () => {
    const w = await workshop(database.db)
    await database.db.updateTable('workspace').set({ focus_areas: 1 }).where('id', '=', w.id).execute()
    await w.add('priority_area', 'første')
    const too = async () => (await w.rows()).filter((row) => row.startsWith('plan-too-wide'))
    expect(await too()).toEqual([])
    const second = await w.add('priority_area', 'andre')
    expect(await too()).toEqual(['plan-too-wide: '])
    const { removeItem } = await import('../../src/platform/item/item.actions.ts')
    await w.act((work) => removeItem(work, w.place, second.kind, second.item))
    expect(await too()).toEqual([])
  })

  it('an organisation that owns too much is named, until it owns less', async () => {
    const w = await workshop(database.db)
    await database.db.updateTable('workspace').set({ focus_measures_per_organisation: 1 }).where('id', '=', w.id).execute()
    const fields = await owner(w, 'Lia kommune')
    await w.add('measure', 'ett', { fields })
    const second = await w.add('measure', 'to', { fields })
    const too = async () => (await w.rows()).filter((row) => row.startsWith('organisation-too-wide'))
    expect(await too()).toEqual(['organisation-too-wide: Lia kommune'])
    await w.change(second, { fields: await owner(w, 'Dalen kommune') })
    expect(await too()).toEqual([])
  })
})

describe('where areas stand above goals', () => {
  it('an area has the measures of its goals, and a goal is not carried on by its area', async () => {
    const w = await workshop(database.db, { areasAboveGoals: true })
    const [area, goal] = [await w.add('priority_area', 'område'), await w.add('goal', 'mål')]
    await w.tie(area, 'pursues', goal)
    const some = async () => (await w.rows()).filter((row) => /^(area-without-measure|goal-without-area)/.test(row))
    expect(await some()).toEqual(['area-without-measure: område', 'goal-without-area-or-measure: mål'])
    await w.tie(await w.add('measure', 'tiltak'), 'delivers', goal)
    expect(await some()).toEqual([])
    expect(await w.wrong()).toBe(0)
  })
})
