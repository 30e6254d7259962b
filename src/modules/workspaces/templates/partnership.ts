import type { Template } from './template.ts'

/** For several organisations that have promised each other something, with a secretariat that keeps the plan. */
export const partnershipTemplate: Template = {
  name: 'partnership',
  kind: 'partnership',
  words: {
    nb: {
      name: 'Partnerskap', purpose: 'For flere organisasjoner som jobber mot felles mål, med et sekretariat som holder planen.',
      gets: ['Hele tråden, fra det dere vet, til det andre kan lære', 'Innsatsområder, og en grense for hvor mange: høyst fem til å begynne med', 'Partnere med roller, bidrag og historie', 'Roller for politikere, forskere, veiledere og referansegruppe'],
    },
    nn: {
      name: 'Partnarskap', purpose: 'For fleire organisasjonar som arbeider mot felles mål, med eit sekretariat som held planen.',
      gets: ['Heile tråden, frå det de veit, til det andre kan lære', 'Innsatsområde, og ei grense for kor mange: høgst fem til å byrje med', 'Partnarar med roller, bidrag og historie', 'Roller for politikarar, forskarar, rettleiarar og referansegruppe'],
    },
    en: {
      name: 'Partnership', purpose: 'For several organisations that work towards shared goals, with a secretariat that keeps the plan.',
      gets: ['The whole thread, from what you know to what others can learn', 'Priority areas, and a limit to how many: at most five to begin with', 'Partners with roles, contributions and history', 'Roles for politicians, researchers, guides and a reference group'],
    },
  },
  partsInUse: ['goal', 'priorityArea', 'measure'],
  tabs: ['plan', 'traden', 'kunnskap', 'partnere', 'arenaer'],
  first: 'plan/importer',
  roles: ['partner', 'political', 'leader', 'secretariat', 'process_leader', 'guide', 'reference_group', 'researcher', 'participant'],
  founder: 'secretariat',
  rules: [],
  focus: {
    areas: 5, measuresPerArea: null, measuresPerOrganisation: null,
    reason: {
      nb: 'Et forslag fra malen: partnere i Buskerud opplevde en omfattende handlingsplan som vanskelig å følge opp.',
      nn: 'Eit framlegg frå malen: partnarar i Buskerud opplevde ein omfattande handlingsplan som vanskeleg å følgje opp.',
      en: 'Proposed by the template: partners in Buskerud found an extensive action plan hard to follow up.',
    },
  },
  responsibilities: { legalOwner: 'owner', dataController: 'owner', archive: 'owner' },
}
