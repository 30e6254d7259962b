import { kind, leading } from '../../../platform/item/kind.ts'

/** How a partnership is led, and how politics steers it: administrative leadership where it carries out what is adopted, with influence by other means than seats. */
export const governanceModel = kind({
  name: 'governance_model',
  table: 'governance_model',
  segment: 'styring',
  under: 'avtaler',
  writers: leading,
  children: {
    governance_seat: { nb: 'Ledere og sekretariat', nn: 'Leiarar og sekretariat', en: 'Chairs and secretariat' },
    governance_influence: { nb: 'Politisk innflytelse', nn: 'Politisk innverknad', en: 'Political influence' },
  },
  words: {
    nb: {
      one: 'styringsmodell', many: 'styringsmodeller', title: 'Styringsmodell', new: 'Ny styringsmodell',
      titleLabel: 'Hva heter modellen?', titleHint: 'For eksempel «Slik styrer vi partnerskapet».',
      empty: 'Ingen styringsmodell ennå. Den sier hvem som leder, hvem som er sekretariat, og hvordan de folkevalgte har innflytelse og kontroll.',
    },
    nn: {
      one: 'styringsmodell', many: 'styringsmodellar', title: 'Styringsmodell', new: 'Ny styringsmodell',
      titleLabel: 'Kva heiter modellen?', titleHint: 'Til dømes «Slik styrer vi partnarskapet».',
      empty: 'Ingen styringsmodell enno. Han seier kven som leier, kven som er sekretariat, og korleis dei folkevalde har innverknad og kontroll.',
    },
    en: {
      one: 'governance model', many: 'governance models', title: 'Governance model', new: 'New governance model',
      titleLabel: 'What is the model called?', titleHint: 'For example “How we govern the partnership”.',
      empty: 'No governance model yet. It says who leads, who is the secretariat, and how the elected have influence and control.',
    },
  },
  fields: {
    leadership: {
      type: 'choice', inLists: true, label: { nb: 'Hvem leder partnerskapet?', nn: 'Kven leier partnarskapet?', en: 'Who leads the partnership?' },
      hint: {
        nb: 'Der partnerskapet iverksetter vedtatt politikk, anbefaler evalueringen av Buskerud-partnerskapet administrativ ledelse.', nn: 'Der partnarskapet set i verk vedteken politikk, tilrår evalueringa av Buskerud-partnarskapet administrativ leiing.',
        en: 'Where the partnership carries out adopted policy, the evaluation of the Buskerud partnership recommends administrative leadership.',
      },
      options: {
        administrative: { nb: 'Administrasjonen', nn: 'Administrasjonen', en: 'The administration' },
        political: { nb: 'Folkevalgte', nn: 'Folkevalde', en: 'The elected' },
        mixed: { nb: 'Begge sammen', nn: 'Begge saman', en: 'Both together' },
      },
    },
    why: { type: 'longText', label: { nb: 'Hvorfor passer det her?', nn: 'Kvifor passar det her?', en: 'Why does it fit here?' } },
    mandate: { type: 'longText', label: { nb: 'Mandat fra de folkevalgte', nn: 'Mandat frå dei folkevalde', en: 'Mandate from the elected' }, hint: { nb: 'Hva partnerskapet kan avgjøre selv, og hva som må til politisk behandling.', nn: 'Kva partnarskapet kan avgjere sjølv, og kva som må til politisk behandling.', en: 'What the partnership may decide itself, and what must go to the elected.' } },
  },
})
