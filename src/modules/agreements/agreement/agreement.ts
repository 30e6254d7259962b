import { kind, leading } from '../../../platform/item/kind.ts'

/** What the parties have promised each other, from the first draft to the day it is over or another takes its place. */
export const agreement = kind({
  name: 'agreement',
  table: 'agreement',
  segment: 'avtaler',
  writers: leading,
  children: {
    agreement_edition: { nb: 'Utgaver av teksten', nn: 'Utgåver av teksten', en: 'Editions of the text' },
    agreement_section: { nb: 'Avsnitt i teksten', nn: 'Avsnitt i teksten', en: 'Sections of the text' },
    agreement_party: { nb: 'Parter, forankring og signaturer', nn: 'Partar, forankring og signaturar', en: 'Parties, anchoring and signatures' },
    agreement_role: { nb: 'Roller', nn: 'Roller', en: 'Roles' },
    agreement_succession: { nb: 'Svar om etterfølgere', nn: 'Svar om etterfølgjarar', en: 'Answers about successors' },
  },
  rowsHiddenFrom: ['political'],
  words: {
    nb: {
      one: 'avtale', many: 'avtaler', title: 'Avtaler', new: 'Ny avtale',
      titleLabel: 'Hva heter avtalen?', titleHint: 'For eksempel «Partnerskapsavtale 2027–2030».',
      empty: 'Ingen avtale ennå. En partnerskapsavtale sier hva partene har lovet hverandre. Avklar forventningene først, så blir teksten lettere å bli enige om.',
    },
    nn: {
      one: 'avtale', many: 'avtalar', title: 'Avtalar', new: 'Ny avtale',
      titleLabel: 'Kva heiter avtalen?', titleHint: 'Til dømes «Partnarskapsavtale 2027–2030».',
      empty: 'Ingen avtale enno. Ein partnarskapsavtale seier kva partane har lova kvarandre. Avklar forventningane først, så blir teksten lettare å bli samde om.',
    },
    en: {
      one: 'agreement', many: 'agreements', title: 'Agreements', new: 'New agreement',
      titleLabel: 'What is the agreement called?', titleHint: 'For example “Partnership agreement 2027–2030”.',
      empty: 'No agreement yet. A partnership agreement says what the parties have promised each other. Clarify expectations first, and the text is easier to agree on.',
    },
  },
  stateLabel: { nb: 'Hvor langt er avtalen?', nn: 'Kor langt er avtalen?', en: 'How far has it come?' },
  states: {
    draft: { text: { nb: 'Under arbeid', nn: 'Under arbeid', en: 'Being drafted' }, tone: 'neutral' },
    agreed: { text: { nb: 'Enige om teksten', nn: 'Samde om teksten', en: 'Text agreed' }, tone: 'neutral' },
    in_force: { text: { nb: 'Gjelder', nn: 'Gjeld', en: 'In force' }, tone: 'holds' },
    ended: { text: { nb: 'Avsluttet', nn: 'Avslutta', en: 'Ended' }, tone: 'neutral' },
  },
  fields: {
    purpose: { type: 'longText', label: { nb: 'Formål', nn: 'Formål', en: 'Purpose' } },
    starts_on: { type: 'date', inLists: true, label: { nb: 'Gjelder fra', nn: 'Gjeld frå', en: 'In force from' } },
    ends_on: { type: 'date', inLists: true, label: { nb: 'Gjelder til', nn: 'Gjeld til', en: 'In force until' } },
    renew_by: { type: 'date', label: { nb: 'Ta opp fornyelse innen', nn: 'Ta opp fornying innan', en: 'Take up renewal by' }, hint: { nb: 'Dere får en påminnelse når dagen nærmer seg.', nn: 'De får ei påminning når dagen nærmar seg.', en: 'You are reminded when the day comes near.' } },
    notice: { type: 'text', label: { nb: 'Hvordan går en part ut?', nn: 'Korleis går ein part ut?', en: 'How does a party leave?' }, hint: { nb: 'For eksempel «skriftlig, med seks måneders varsel».', nn: 'Til dømes «skriftleg, med seks månaders varsel».', en: 'For example “in writing, with six months’ notice”.' } },
    case_number: { type: 'text', max: 60, label: { nb: 'Saksnummer i arkivet', nn: 'Saksnummer i arkivet', en: 'Case number in the archive' } },
  },
})
