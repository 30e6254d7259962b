import { kind, leading } from '../../../platform/item/kind.ts'

/** What we know: a claim with its figure, source and date. Evidence for and against everything else. */
export const finding = kind({
  name: 'finding',
  table: 'finding',
  step: 'knowledge',
  segment: 'kunnskap',
  writers: [...leading, 'researcher', 'guide'],
  words: {
    nb: {
      one: 'funn', many: 'funn', title: 'Kunnskap', new: 'Nytt funn',
      titleLabel: 'Hva vet dere?', titleHint: 'Én setning, for eksempel «Hver fjerde elev i videregående fullfører ikke på normert tid».',
      empty: 'Ingen funn ennå. Et funn er noe dere vet, med kilde: et tall, en undersøkelse eller en erfaring. Det er her tråden begynner.',
    },
    nn: {
      one: 'funn', many: 'funn', title: 'Kunnskap', new: 'Nytt funn',
      titleLabel: 'Kva veit de?', titleHint: 'Éi setning, til dømes «Kvar fjerde elev i vidaregåande fullfører ikkje på normert tid».',
      empty: 'Ingen funn enno. Eit funn er noko de veit, med kjelde: eit tal, ei undersøking eller ei erfaring. Det er her tråden byrjar.',
    },
    en: {
      one: 'finding', many: 'findings', title: 'Knowledge', new: 'New finding',
      titleLabel: 'What do you know?', titleHint: 'One sentence, for example “One in four upper-secondary pupils does not finish on time”.',
      empty: 'No findings yet. A finding is something you know, with its source: a figure, a survey or an experience. The thread begins here.',
    },
  },
  fields: {
    statement: { type: 'longText', label: { nb: 'Utdyping', nn: 'Utdjuping', en: 'Details' } },
    basis: {
      type: 'choice', label: { nb: 'Hva bygger det på?', nn: 'Kva byggjer det på?', en: 'What is it based on?' }, inLists: true,
      options: {
        statistics: { nb: 'Statistikk', nn: 'Statistikk', en: 'Statistics' },
        research: { nb: 'Forskning', nn: 'Forsking', en: 'Research' },
        evaluation: { nb: 'Evaluering', nn: 'Evaluering', en: 'Evaluation' },
        experience: { nb: 'Erfaring', nn: 'Erfaring', en: 'Experience' },
        input: { nb: 'Innspill', nn: 'Innspel', en: 'Input' },
      },
    },
    figure: { type: 'text', label: { nb: 'Tall', nn: 'Tal', en: 'Figure' }, hint: { nb: 'For eksempel «76,4 prosent».', nn: 'Til dømes «76,4 prosent».', en: 'For example “76.4 per cent”.' }, inLists: true },
    source: { type: 'text', label: { nb: 'Kilde', nn: 'Kjelde', en: 'Source' }, hint: { nb: 'Hvem sier det? For eksempel «SSB, tabell 09429».', nn: 'Kven seier det? Til dømes «SSB, tabell 09429».', en: 'Who says so? For example “Statistics Norway, table 09429”.' }, inLists: true },
    source_url: { type: 'url', label: { nb: 'Lenke til kilden', nn: 'Lenkje til kjelda', en: 'Link to the source' } },
    observed_on: { type: 'date', label: { nb: 'Dato for tallet', nn: 'Dato for talet', en: 'Date of the figure' } },
    file: { type: 'file', label: { nb: 'Fil', nn: 'Fil', en: 'File' } },
  },
})
