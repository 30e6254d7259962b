import { texts } from '../../../../platform/text/texts.ts'

/** Words that both those who answer and those who read use. */
export const kindWords = texts({
  nb: {
    kinds: { instrument: 'Virkemidler', people: 'Folk og tid', competence: 'Kompetanse', network: 'Nettverk', other: 'Noe annet' },
    kindHints: { instrument: 'penger, ordninger, lokaler', people: 'noen som gjør jobben', competence: 'fag og erfaring', network: 'kontakter og møteplasser', other: '' },
    partnership: 'Partnerskapet som helhet',
    standings: { contradicted: 'Motsagt', unanswered: 'Ubesvart', partly: 'Delvis møtt', met: 'Møtt' },
    whys: { declined: 'De sier nei', mutual: 'Begge venter det samme av hverandre', silent: 'Ingen har svart eller tilbudt noe slikt', offered: 'Tilbys, men ingen har sagt ja', adjusted: 'De sier ja til noe annet', promised: 'De sier ja, men har ikke tilbudt noe slikt ennå', agreed: 'De sier ja' },
    replies: { accepted: 'Ja', adjusted: 'Ja, men med en endring', declined: 'Nei' },
    whats: { expects: 'Venter', offers: 'Tilbyr', needs: 'Må være på plass' },
    channels: { link: 'på e-postlenken', page: 'innlogget', phone: 'telefon', mail: 'e-post', meeting: 'møte' },
    told: (who: string, how: string, day: string) => `registrert etter ${how} med ${who} ${day}`, someone: 'en annen',
  },
  nn: {
    kinds: { instrument: 'Verkemiddel', people: 'Folk og tid', competence: 'Kompetanse', network: 'Nettverk', other: 'Noko anna' },
    kindHints: { instrument: 'pengar, ordningar, lokale', people: 'nokon som gjer jobben', competence: 'fag og røynsle', network: 'kontaktar og møteplassar', other: '' },
    partnership: 'Partnarskapen som heilskap',
    standings: { contradicted: 'Motsagt', unanswered: 'Utan svar', partly: 'Delvis møtt', met: 'Møtt' },
    whys: { declined: 'Dei seier nei', mutual: 'Begge ventar det same av kvarandre', silent: 'Ingen har svart eller tilbode noko slikt', offered: 'Blir tilbode, men ingen har sagt ja', adjusted: 'Dei seier ja til noko anna', promised: 'Dei seier ja, men har ikkje tilbode noko slikt enno', agreed: 'Dei seier ja' },
    replies: { accepted: 'Ja', adjusted: 'Ja, men med ei endring', declined: 'Nei' },
    whats: { expects: 'Ventar', offers: 'Tilbyr', needs: 'Må vere på plass' },
    channels: { link: 'på e-postlenkja', page: 'innlogga', phone: 'telefon', mail: 'e-post', meeting: 'møte' },
    told: (who: string, how: string, day: string) => `registrert etter ${how} med ${who} ${day}`, someone: 'ein annan',
  },
  en: {
    kinds: { instrument: 'Instruments', people: 'People and time', competence: 'Competence', network: 'Network', other: 'Something else' },
    kindHints: { instrument: 'money, schemes, premises', people: 'somebody who does the work', competence: 'knowledge and experience', network: 'contacts and meeting places', other: '' },
    partnership: 'The partnership as a whole',
    standings: { contradicted: 'Contradicted', unanswered: 'Unanswered', partly: 'Partly met', met: 'Met' },
    whys: { declined: 'They say no', mutual: 'Both expect the same of each other', silent: 'Nobody has replied or offered anything of the kind', offered: 'Offered, but nobody has said yes', adjusted: 'They say yes to something else', promised: 'They say yes, but have offered nothing of the kind yet', agreed: 'They say yes' },
    replies: { accepted: 'Yes', adjusted: 'Yes, with a change', declined: 'No' },
    whats: { expects: 'Expects', offers: 'Offers', needs: 'Must be in place' },
    channels: { link: 'through the e-mail link', page: 'logged in', phone: 'telephone', mail: 'e-mail', meeting: 'meeting' },
    told: (who: string, how: string, day: string) => `written in after ${how} with ${who} on ${day}`, someone: 'somebody else',
  },
})
