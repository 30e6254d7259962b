import { texts } from '../../platform/text/texts.ts'

export const helpWords = texts({
  nb: {
    title: 'Hjelp', lead: 'Korte sider om hvordan du bruker Trådverk. Begynn med den første hvis du er ny.',
    language: '', next: 'Neste', all: 'All hjelp', stuck: 'Kommer du ikke videre? Spør sekretariatet i arbeidsrommet ditt.',
  },
  nn: {
    title: 'Hjelp', lead: 'Korte sider om korleis du bruker Trådverk. Byrj med den første om du er ny.',
    language: 'Rettleiinga er skriven på bokmål.', next: 'Neste', all: 'All hjelp', stuck: 'Kjem du ikkje vidare? Spør sekretariatet i arbeidsrommet ditt.',
  },
  en: {
    title: 'Help', lead: 'Short pages on how to use Trådverk. Begin with the first one if you are new.',
    language: 'The guide is written in Norwegian (bokmål).', next: 'Next', all: 'All help', stuck: 'Are you stuck? Ask the secretariat of your workspace.',
  },
})
