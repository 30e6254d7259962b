import { type SqlBool, sql } from 'kysely'
import { butNot, check, type Check, into, out } from '../../../platform/item/check.ts'
import { bestCases, buskerud } from '../sources.ts'

const goals = [out('pursues', 'goal')]
const measures = [butNot(into('delivers', 'measure'), 'cancelled')]
const measuresOfGoals = [...goals, ...measures]
const focusPage = { by: 'page', path: 'innstillinger/traden', text: { nb: 'Se grensen dere har satt', nn: 'Sjå grensa de har sett', en: 'See the limit you have set' } } as const

export const priorityAreaChecks: readonly Check[] = [
  check({
    id: 'area-without-measure', kind: 'priority_area', severity: 1, parts: ['priorityArea', 'measure'], end: 'after', reads: true,
    looks: [measures, measuresOfGoals],
    fails: ({ tied, loose }) => sql<SqlBool>`${loose(measures)} and not (workspace.areas_above_goals and ${tied(measuresOfGoals)})`,
    mend: [{ by: 'tie', hop: into('delivers', 'measure'), make: ['measure'] }],
    source: buskerud,
    words: {
      nb: { title: 'Innsatsområder uten tiltak', word: 'uten tiltak', why: 'Et innsatsområde uten tiltak er et løfte som ingen innfrir. Bred mobilisering må omsettes i handling.', mend: 'Knytt et tiltak til innsatsområdet, eller ta området ut av planen.' },
      nn: { title: 'Innsatsområde utan tiltak', word: 'utan tiltak', why: 'Eit innsatsområde utan tiltak er eit løfte som ingen held. Brei mobilisering må bli til handling.', mend: 'Knyt eit tiltak til innsatsområdet, eller ta området ut av planen.' },
      en: { title: 'Priority areas without measures', word: 'no measures', why: 'A priority area without measures is a promise that nobody keeps. Broad mobilisation has to be turned into action.', mend: 'Tie a measure to the area, or take it out of the plan.' },
    },
  }),
  check({
    id: 'area-without-goal', kind: 'priority_area', severity: 2, parts: ['priorityArea', 'goal'], end: (above) => (above ? 'after' : 'before'),
    looks: [goals],
    fails: ({ loose }) => loose(goals),
    mend: [{ by: 'tie', hop: out('pursues', 'goal'), make: ['goal'] }],
    source: bestCases,
    words: {
      nb: { title: 'Innsatsområder uten mål', word: 'uten mål', why: 'Uten et mål vet ingen når innsatsen har lykkes. Regioner som lykkes, har en felles og realistisk visjon.', mend: 'Knytt innsatsområdet til målet det bygger opp om.' },
      nn: { title: 'Innsatsområde utan mål', word: 'utan mål', why: 'Utan eit mål veit ingen når innsatsen har lukkast. Regionar som lukkast, har ein felles og realistisk visjon.', mend: 'Knyt innsatsområdet til målet det byggjer opp om.' },
      en: { title: 'Priority areas without a goal', word: 'no goal', why: 'Without a goal nobody knows when the effort has succeeded. Regions that succeed share a realistic vision.', mend: 'Tie the area to the goal that it pursues.' },
    },
  }),
  check({
    id: 'plan-too-wide', kind: 'priority_area', about: 'workspace', severity: 2, parts: ['priorityArea'],
    fails: () => sql<SqlBool>`workspace.focus_areas is not null
      and (select count(*) from item where item.workspace_id = workspace.id and item.kind = 'priority_area' and item.removed_at is null) > workspace.focus_areas`,
    mend: [{ by: 'page', path: 'plan/innsatsomrader', text: { nb: 'Gå til innsatsområdene', nn: 'Gå til innsatsområda', en: 'Go to the priority areas' } }, focusPage],
    source: buskerud,
    words: {
      nb: { title: 'Flere innsatsområder enn dere har sagt er nok', word: 'mange innsatsområder', why: 'Partnerne i Buskerud opplevde handlingsplanen som omfattende. Færre prioriteringer gir bedre oversikt og oppfølging.', mend: 'Slå sammen eller ta ut, eller endre grensen og si hvorfor.' },
      nn: { title: 'Fleire innsatsområde enn de har sagt er nok', word: 'mange innsatsområde', why: 'Partnarane i Buskerud opplevde handlingsplanen som omfattande. Færre prioriteringar gir betre oversikt og oppfølging.', mend: 'Slå saman eller ta ut, eller endre grensa og sei kvifor.' },
      en: { title: 'More priority areas than you have said are enough', word: 'many priority areas', why: 'The Buskerud partners found their action plan too extensive. Fewer priorities give better overview and follow-up.', mend: 'Merge or take out, or change the limit and say why.' },
    },
  }),
  check({
    id: 'area-too-wide', kind: 'priority_area', severity: 3, parts: ['priorityArea', 'measure'], reads: true,
    looks: [measures],
    fails: () => sql<SqlBool>`workspace.focus_measures_per_area is not null
      and (select count(*) from link tie join item hop on hop.id = tie.from_id where tie.to_id = item.id and tie.relation = 'delivers' and tie.removed_at is null
        and hop.kind = 'measure' and hop.removed_at is null and hop.state is distinct from 'cancelled') > workspace.focus_measures_per_area`,
    mend: [{ by: 'open' }, focusPage],
    source: bestCases,
    words: {
      nb: { title: 'Innsatsområder med flere tiltak enn dere har sagt er nok', word: 'mange tiltak', why: 'Regioner som lykkes, velger ut noen få satsinger. Mange tiltak sprer kreftene.', mend: 'Se hvilke tiltak som betyr mest, og ta ut resten.' },
      nn: { title: 'Innsatsområde med fleire tiltak enn de har sagt er nok', word: 'mange tiltak', why: 'Regionar som lukkast, vel ut nokre få satsingar. Mange tiltak spreier kreftene.', mend: 'Sjå kva tiltak som betyr mest, og ta ut resten.' },
      en: { title: 'Priority areas with more measures than you have said are enough', word: 'many measures', why: 'Regions that succeed choose a few things. Many measures spread the effort.', mend: 'See which measures matter most, and take out the rest.' },
    },
  }),
  check({
    id: 'organisation-too-wide', kind: 'measure', about: 'organisation', severity: 3, parts: ['measure'],
    fails: () => sql<SqlBool>`workspace.focus_measures_per_organisation is not null
      and (select count(*) from item_organisation o join item on item.id = o.item_id where o.organisation_id = organisation.id and o.role = 'owner'
        and item.workspace_id = workspace.id and item.kind = 'measure' and item.removed_at is null
        and coalesce(item.state, '') not in ('completed', 'cancelled')) > workspace.focus_measures_per_organisation`,
    mend: [{ by: 'page', path: 'plan/tiltak', text: { nb: 'Gå til tiltakene', nn: 'Gå til tiltaka', en: 'Go to the measures' } }, focusPage],
    source: buskerud,
    words: {
      nb: { title: 'Organisasjoner med flere tiltak enn dere har sagt er nok', word: 'eier mange tiltak', why: 'Den som eier for mye, rekker ikke å følge opp. Fordel ansvaret, så blir det enklere for alle.', mend: 'La flere eie, eller velg hva som skal vente.' },
      nn: { title: 'Organisasjonar med fleire tiltak enn de har sagt er nok', word: 'eig mange tiltak', why: 'Den som eig for mykje, rekk ikkje å følgje opp. Fordel ansvaret, så blir det enklare for alle.', mend: 'La fleire eige, eller vel kva som skal vente.' },
      en: { title: 'Organisations with more measures than you have said are enough', word: 'owns many measures', why: 'Whoever owns too much has no time to follow up. Share it out, and it is easier for all.', mend: 'Let more own, or choose what can wait.' },
    },
  }),
]
