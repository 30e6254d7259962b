import type { Template } from './template.ts'

const later = {
  nb: 'Kan vente i en liten plan. Slå på regelen når dere vil vise sammenhengen.',
  nn: 'Kan vente i ein liten plan. Slå på regelen når de vil vise samanhengen.',
  en: 'Can wait in a small plan. Turn the rule on when you want to show the connection.',
}

/** For one small municipality and one thing that is to happen: a goal, a few measures, who and when. */
export const lightTemplate: Template = {
  name: 'light',
  kind: 'process',
  words: {
    nb: {
      name: 'Liten plan', purpose: 'For en liten kommune eller ett prosjekt: ett mål, noen få tiltak, hvem og når.',
      gets: ['Mål og tiltak, og ett ark til kommunestyret', 'Bare de viktigste reglene i trådsjekken', 'Få roller: prosessleder, partner, politiker og deltaker', 'Resten kan tas i bruk senere, uten at noe må skrives på nytt'],
    },
    nn: {
      name: 'Liten plan', purpose: 'For ein liten kommune eller eitt prosjekt: eitt mål, nokre få tiltak, kven og når.',
      gets: ['Mål og tiltak, og eitt ark til kommunestyret', 'Berre dei viktigaste reglane i trådsjekken', 'Få roller: prosessleiar, partnar, politikar og deltakar', 'Resten kan takast i bruk seinare, utan at noko må skrivast på nytt'],
    },
    en: {
      name: 'Small plan', purpose: 'For a small municipality or one project: one goal, a few measures, who and when.',
      gets: ['Goals and measures, and one sheet for the council', 'Only the most important rules of the thread check', 'Few roles: process leader, partner, politician and participant', 'The rest can be taken into use later, with nothing to write again'],
    },
  },
  partsInUse: ['goal', 'measure'],
  tabs: ['plan', 'traden', 'partnere'],
  first: 'plan',
  roles: ['partner', 'political', 'participant', 'process_leader', 'leader'],
  founder: 'leader',
  rules: [
    { rule: 'measure-not-anchored', active: false, limit: null, reason: later },
    { rule: 'goal-without-indicator', active: false, limit: null, reason: later },
  ],
  focus: null,
  responsibilities: { legalOwner: 'owner', dataController: 'owner', archive: 'owner' },
}
