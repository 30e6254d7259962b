import { texts } from '../../platform/text/texts.ts'

/** In the small Markdown that the guide is written in. Where it says {kept} comes the table of what is kept, from the declaration that is carried out. */
export const privacyWords = texts({
  nb: {
    title: 'Personvern',
    lead: 'Her står det hva Trådverk lagrer om deg, hvorfor, og hvor lenge.',
    kept: { what: 'Hva', why: 'Hvorfor', long: 'Hvor lenge' }, ask: 'Spør sekretariatet i arbeidsrommet ditt hvis du trenger hjelp.', askAt: 'Trenger du hjelp, spør {who}.',
    body: `Trådverk har ingen sporing og ingen annonser, og henter ingenting fra andre nettsteder. Alt ligger hos den som driver installasjonen.

## Hvem har ansvaret?

Organisasjonen som eier arbeidsrommet, er behandlingsansvarlig for det som skrives der. Den som driver installasjonen, er databehandler. Spør sekretariatet i arbeidsrommet ditt hvis du er usikker på hvem det er.

## Dette lagrer vi

{kept}

Loggen for driften har ingen navn, e-postadresser, IP-adresser eller tekster. Den sier bare hvilken type side som ble vist, hvor lang tid det tok, og hva som gikk galt.

## Informasjonskapsler

Trådverk bruker bare informasjonskapsler som må til. Derfor blir du ikke spurt om samtykke.

| Navn | Hva den gjør | Hvor lenge |
|---|---|---|
| \`__Host-okt\` | Holder deg innlogget | 30 dager |
| \`__Host-sprak\` | Husker språket du har valgt | 400 dager |
| \`__Host-beskjed\` | Bærer én beskjed til neste side, som «Lagret» | Ett minutt |
| \`__Host-forsok\` | Kjenner igjen nettleseren din når du går til ID-porten eller en annen innlogging og kommer tilbake | Høyst én time |

## Dette kan du be om

- Å få se alt som er lagret om deg. Du ser det selv under [Hva vi vet om deg](/min-side/personvern), og kan laste det ned.
- Å få rettet det som er feil. Navn, språk og profil retter du selv. Spør sekretariatet i arbeidsrommet om resten.
- Å få slettet kontoen din. Det ber du om [samme sted](/min-side/personvern/slett). Du får 14 dager til å angre. Det du har gjort sammen med andre, blir stående uten navn, blant annet fordi arkivloven kan kreve det.

{contact} Er du uenig i svaret, kan du klage til Datatilsynet.

## Skriv slik at den det gjelder, kan lese det

Det som skrives i et offentlig organ, kan noen be om innsyn i. Skriv ikke om helse eller andre private forhold i Trådverk. Notater om en kommune skal tåle å bli lest av kommunen.`,
  },
  nn: {
    title: 'Personvern',
    lead: 'Her står det kva Trådverk lagrar om deg, kvifor, og kor lenge.',
    kept: { what: 'Kva', why: 'Kvifor', long: 'Kor lenge' }, ask: 'Spør sekretariatet i arbeidsrommet ditt om du treng hjelp.', askAt: 'Treng du hjelp, spør {who}.',
    body: `Trådverk har inga sporing og ingen annonsar, og hentar ingenting frå andre nettstader. Alt ligg hos den som driv installasjonen.

## Kven har ansvaret?

Organisasjonen som eig arbeidsrommet, er behandlingsansvarleg for det som blir skrive der. Den som driv installasjonen, er databehandlar. Spør sekretariatet i arbeidsrommet ditt om du er usikker på kven det er.

## Dette lagrar vi

{kept}

Loggen for drifta har ingen namn, e-postadresser, IP-adresser eller tekstar. Han seier berre kva type side som blei vist, kor lang tid det tok, og kva som gjekk gale.

## Informasjonskapslar

Trådverk bruker berre informasjonskapslar som må til. Difor blir du ikkje spurd om samtykke.

| Namn | Kva han gjer | Kor lenge |
|---|---|---|
| \`__Host-okt\` | Held deg innlogga | 30 dagar |
| \`__Host-sprak\` | Hugsar språket du har valt | 400 dagar |
| \`__Host-beskjed\` | Ber éin beskjed til neste side, som «Lagra» | Eitt minutt |
| \`__Host-forsok\` | Kjenner att nettlesaren din når du går til ID-porten eller ei anna innlogging og kjem tilbake | Høgst éin time |

## Dette kan du be om

- Å få sjå alt som er lagra om deg. Du ser det sjølv under [Kva vi veit om deg](/min-side/personvern), og kan laste det ned.
- Å få retta det som er feil. Namn, språk og profil rettar du sjølv. Spør sekretariatet i arbeidsrommet om resten.
- Å få sletta kontoen din. Det bed du om [same staden](/min-side/personvern/slett). Du får 14 dagar til å angre. Det du har gjort saman med andre, blir ståande utan namn, mellom anna fordi arkivlova kan krevje det.

{contact} Er du usamd i svaret, kan du klage til Datatilsynet.

## Skriv slik at den det gjeld, kan lese det

Det som blir skrive i eit offentleg organ, kan nokon be om innsyn i. Skriv ikkje om helse eller andre private forhold i Trådverk. Notat om ein kommune skal tole å bli lesne av kommunen.`,
  },
  en: {
    title: 'Privacy',
    lead: 'This is what Trådverk stores about you, why, and for how long.',
    kept: { what: 'What', why: 'Why', long: 'How long' }, ask: 'Ask the secretariat of your workspace if you need help.', askAt: 'If you need help, ask {who}.',
    body: `Trådverk has no tracking and no advertisements, and fetches nothing from other sites. Everything is kept by whoever runs the installation.

## Who is responsible?

The organisation that owns the workspace is the controller of what is written there. Whoever runs the installation is the processor. Ask the secretariat of your workspace if you are not sure who that is.

## What we store

{kept}

The operations log has no names, e-mail addresses, IP addresses or texts. It only says what type of page was shown, how long it took, and what went wrong.

## Cookies

Trådverk only uses cookies that it cannot do without. That is why you are not asked for consent.

| Name | What it does | For how long |
|---|---|---|
| \`__Host-okt\` | Keeps you logged in | 30 days |
| \`__Host-sprak\` | Remembers the language you chose | 400 days |
| \`__Host-beskjed\` | Carries one message to the next page, such as “Saved” | One minute |
| \`__Host-forsok\` | Knows your browser when you go to ID-porten or another log-in and come back | At most one hour |

## What you can ask for

- To see everything that is stored about you. You see it yourself under [What we know about you](/min-side/personvern), and can download it.
- To have errors corrected. You correct your name, language and profile yourself. Ask the secretariat of the workspace about the rest.
- To have your account deleted. You ask for it [in the same place](/min-side/personvern/slett). You get 14 days to think again. What you have done together with others stays without your name, among other things because the Archives Act may require it.

{contact} If you disagree with the answer, you may complain to the Norwegian Data Protection Authority (Datatilsynet).

## Write so that those it concerns can read it

Anybody may ask to see what is written in a public body. Do not write about health or other private matters in Trådverk. Notes about a municipality should bear being read by the municipality.`,
  },
})
