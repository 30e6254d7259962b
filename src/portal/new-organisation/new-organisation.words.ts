import { texts } from '../../platform/text/texts.ts'

export const newOrganisationWords = texts({
  nb: {
    title: 'Legg til organisasjon', lead: 'Slå opp organisasjonen i Enhetsregisteret, så blir navn og nummer riktige. Kommuner og fylkeskommuner er her allerede.',
    orgnr: 'Organisasjonsnummer', orgnrHint: 'Ni siffer, for eksempel 974 760 673.', look: 'Slå opp', bad: 'Skriv organisasjonsnummeret med ni siffer. Se om du har byttet om på noen av dem.',
    found: 'Dette står i Enhetsregisteret', registered: 'Navn der', number: 'Nummer', form: 'Organisasjonsform', ended: (on: string) => `Organisasjonen er slettet fra Enhetsregisteret${on}. Se om den har fått et nytt nummer.`, onDay: (day: string) => ` ${day}`,
    there: (name: string) => `${name} er her allerede.`, open: 'Gå til organisasjonen', source: 'Kilde: Enhetsregisteret, Brønnøysundregistrene (NLOD).',
    failed: {
      off: 'Denne installasjonen slår ikke opp i Enhetsregisteret. Legg til organisasjonen for hånd.', notFound: 'Enhetsregisteret har ingen med dette nummeret. Se om det er riktig, eller legg til organisasjonen for hånd.', down: 'Enhetsregisteret svarer ikke nå. Prøv igjen om litt, eller legg til organisasjonen for hånd.',
      slow: 'Enhetsregisteret brukte for lang tid på å svare. Prøv igjen om litt, eller legg til organisasjonen for hånd.', busy: 'Det er slått opp mye på kort tid. Vent litt, eller legg til organisasjonen for hånd.', garbage: 'Enhetsregisteret svarte noe vi ikke forstår. Prøv igjen om litt, eller legg til organisasjonen for hånd.',
    },
    name: 'Hva skal den hete her?', nameHint: 'Skriv den slik folk kjenner den.', kind: 'Hva slags organisasjon er det?', workspace: 'Legg den til som partner i', none: 'Ikke i noe arbeidsrom ennå', add: 'Legg til',
    byHand: 'Finnes den ikke i Enhetsregisteret? Legg til for hånd', byHandText: 'Et nettverk, et regionråd eller en gruppe kan være med uten organisasjonsnummer. Da hører den til arbeidsrommet du velger.', byHandName: 'Navn', byHandWorkspace: 'I hvilket arbeidsrom?', keepNumber: (orgnr: string) => `Nummeret ${orgnr} blir lagret uten at det er slått opp.`,
    nameMissing: 'Skriv navnet på organisasjonen.', nameLong: 'Kort navnet ned til 120 tegn.', choose: 'Velg fra lista.', lookFirst: 'Slå opp nummeret først.', added: (name: string) => `${name} er lagt til.`,
    kinds: { municipality: 'Kommune', county: 'Fylkeskommune', state: 'Statlig', academia: 'Akademia', business: 'Næringsliv', volunteers: 'Frivillige', region: 'Regionråd', other: 'Annet' },
  },
  nn: {
    title: 'Legg til organisasjon', lead: 'Slå opp organisasjonen i Einingsregisteret, så blir namn og nummer rette. Kommunar og fylkeskommunar er her alt.',
    orgnr: 'Organisasjonsnummer', orgnrHint: 'Ni siffer, til dømes 974 760 673.', look: 'Slå opp', bad: 'Skriv organisasjonsnummeret med ni siffer. Sjå om du har bytt om på nokre av dei.',
    found: 'Dette står i Einingsregisteret', registered: 'Namn der', number: 'Nummer', form: 'Organisasjonsform', ended: (on: string) => `Organisasjonen er sletta frå Einingsregisteret${on}. Sjå om han har fått eit nytt nummer.`, onDay: (day: string) => ` ${day}`,
    there: (name: string) => `${name} er her alt.`, open: 'Gå til organisasjonen', source: 'Kjelde: Einingsregisteret, Brønnøysundregistra (NLOD).',
    failed: {
      off: 'Denne installasjonen slår ikkje opp i Einingsregisteret. Legg til organisasjonen for hand.', notFound: 'Einingsregisteret har ingen med dette nummeret. Sjå om det er rett, eller legg til organisasjonen for hand.', down: 'Einingsregisteret svarar ikkje no. Prøv igjen om litt, eller legg til organisasjonen for hand.',
      slow: 'Einingsregisteret brukte for lang tid på å svare. Prøv igjen om litt, eller legg til organisasjonen for hand.', busy: 'Det er slått opp mykje på kort tid. Vent litt, eller legg til organisasjonen for hand.', garbage: 'Einingsregisteret svara noko vi ikkje forstår. Prøv igjen om litt, eller legg til organisasjonen for hand.',
    },
    name: 'Kva skal han heite her?', nameHint: 'Skriv han slik folk kjenner han.', kind: 'Kva slags organisasjon er det?', workspace: 'Legg han til som partnar i', none: 'Ikkje i noko arbeidsrom enno', add: 'Legg til',
    byHand: 'Finst han ikkje i Einingsregisteret? Legg til for hand', byHandText: 'Eit nettverk, eit regionråd eller ei gruppe kan vere med utan organisasjonsnummer. Då høyrer det til arbeidsrommet du vel.', byHandName: 'Namn', byHandWorkspace: 'I kva arbeidsrom?', keepNumber: (orgnr: string) => `Nummeret ${orgnr} blir lagra utan at det er slått opp.`,
    nameMissing: 'Skriv namnet på organisasjonen.', nameLong: 'Kort namnet ned til 120 teikn.', choose: 'Vel frå lista.', lookFirst: 'Slå opp nummeret først.', added: (name: string) => `${name} er lagd til.`,
    kinds: { municipality: 'Kommune', county: 'Fylkeskommune', state: 'Statleg', academia: 'Akademia', business: 'Næringsliv', volunteers: 'Frivillige', region: 'Regionråd', other: 'Anna' },
  },
  en: {
    title: 'Add an organisation', lead: 'Look up the organisation in the Norwegian register of legal entities, so that its name and number are right. Municipalities and county councils are here already.',
    orgnr: 'Organisation number', orgnrHint: 'Nine digits, for example 974 760 673.', look: 'Look up', bad: 'Write the organisation number with nine digits. See whether some of them were swapped.',
    found: 'This stands in the register', registered: 'Name there', number: 'Number', form: 'Legal form', ended: (on: string) => `The organisation was deleted from the register${on}. See whether it has a new number.`, onDay: (day: string) => ` on ${day}`,
    there: (name: string) => `${name} is here already.`, open: 'Go to the organisation', source: 'Source: Enhetsregisteret, the Brønnøysund Register Centre (NLOD).',
    failed: {
      off: 'This installation does not look up in the register. Add the organisation by hand.', notFound: 'The register has nobody with this number. See whether it is right, or add the organisation by hand.', down: 'The register does not answer now. Try again in a while, or add the organisation by hand.',
      slow: 'The register took too long to answer. Try again in a while, or add the organisation by hand.', busy: 'Much was looked up in a short time. Wait a while, or add the organisation by hand.', garbage: 'The register answered something that we do not understand. Try again in a while, or add the organisation by hand.',
    },
    name: 'What is it to be called here?', nameHint: 'Write it as people know it.', kind: 'What kind of organisation is it?', workspace: 'Add it as a partner in', none: 'Not in any workspace yet', add: 'Add',
    byHand: 'Is it not in the register? Add it by hand', byHandText: 'A network, a regional council or a group may take part without an organisation number. It then belongs to the workspace that you choose.', byHandName: 'Name', byHandWorkspace: 'In which workspace?', keepNumber: (orgnr: string) => `The number ${orgnr} is kept without having been looked up.`,
    nameMissing: 'Write the name of the organisation.', nameLong: 'Shorten the name to 120 characters.', choose: 'Choose from the list.', lookFirst: 'Look up the number first.', added: (name: string) => `${name} was added.`,
    kinds: { municipality: 'Municipality', county: 'County council', state: 'State', academia: 'Academia', business: 'Business', volunteers: 'Volunteers', region: 'Regional council', other: 'Other' },
  },
})
