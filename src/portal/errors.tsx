import type { ErrorView } from '../platform/http/house.ts'
import { texts } from '../platform/text/texts.ts'
import { Button, ButtonLink, Heading, Lead } from '../ui/index.ts'

const words = texts({
  nb: {
    missing: 'Vi fant ikke siden', missingText: 'Adressen kan være skrevet feil, eller siden er flyttet. Den kan også være for andre enn deg.', login: 'Logg inn', front: 'Til forsiden',
    forbidden: 'Dette kan du ikke gjøre her', forbiddenText: 'Du kan lese, men ikke endre dette. Spør sekretariatet hvis du mener at du skal kunne det.',
    archived: 'Arbeidsrommet er avsluttet', archivedText: 'Det kan leses, men ikke endres. Den som leder det, kan åpne det igjen.',
    big: 'Det ble for mye på én gang', bigText: 'Skjemaet eller filen er for stor. Prøv med en mindre fil.',
    fault: 'Noe gikk galt hos oss', faultText: 'Prøv igjen om litt. Det du har lagret, er trygt.', away: 'Vi er straks tilbake', awayText: 'Vi får ikke hentet eller lagret noe akkurat nå. Det du har lagret, er trygt. Prøv igjen om et minutt.', unsent: 'Det du skrev, er ikke lagret ennå. Vi har tatt vare på det på denne siden.', unsentFiles: 'Filer må velges på nytt etterpå.', again: 'Send på nytt', reference: (id: string) => `Oppgi dette hvis du spør om hjelp: ${id}`,
    many: 'Litt for fort', manyText: 'Vent et minutt og prøv igjen.',
  },
  nn: {
    missing: 'Vi fann ikkje sida', missingText: 'Adressa kan vere skriven feil, eller sida er flytt. Ho kan òg vere for andre enn deg.', login: 'Logg inn', front: 'Til framsida',
    forbidden: 'Dette kan du ikkje gjere her', forbiddenText: 'Du kan lese, men ikkje endre dette. Spør sekretariatet om du meiner at du skal kunne det.',
    archived: 'Arbeidsrommet er avslutta', archivedText: 'Det kan lesast, men ikkje endrast. Den som leier det, kan opne det igjen.',
    big: 'Det blei for mykje på éin gong', bigText: 'Skjemaet eller fila er for stor. Prøv med ei mindre fil.',
    fault: 'Noko gjekk gale hos oss', faultText: 'Prøv igjen om litt. Det du har lagra, er trygt.', away: 'Vi er straks tilbake', awayText: 'Vi får ikkje henta eller lagra noko akkurat no. Det du har lagra, er trygt. Prøv igjen om eit minutt.', unsent: 'Det du skreiv, er ikkje lagra enno. Vi har teke vare på det på denne sida.', unsentFiles: 'Filer må veljast på nytt etterpå.', again: 'Send på nytt', reference: (id: string) => `Oppgi dette om du spør om hjelp: ${id}`,
    many: 'Litt for fort', manyText: 'Vent eit minutt og prøv igjen.',
  },
  en: {
    missing: 'We did not find the page', missingText: 'The address may be wrong, or the page has moved. It may also be for others than you.', login: 'Log in', front: 'To the front page',
    forbidden: 'You cannot do this here', forbiddenText: 'You may read this, but not change it. Ask the secretariat if you think you should be able to.',
    archived: 'The workspace is closed', archivedText: 'It can be read, but not changed. Those who lead it can open it again.',
    big: 'That was too much at once', bigText: 'The form or the file is too large. Try a smaller file.',
    fault: 'Something went wrong on our side', faultText: 'Try again in a while. What you have saved is safe.', away: 'We will be right back', awayText: 'We cannot fetch or save anything just now. What you have saved is safe. Try again in a minute.', unsent: 'What you wrote is not saved yet. We have kept it on this page.', unsentFiles: 'Files must be chosen again afterwards.', again: 'Send again', reference: (id: string) => `Quote this if you ask for help: ${id}`,
    many: 'A little too fast', manyText: 'Wait a minute and try again.',
  },
})

/** Errors in the person's language: what it means, and what to do now. */
export const errorView: ErrorView = (request, { status, path, unsent }) => {
  const w = words[request.lang]
  const [title, text] = {
    403: [w.forbidden, w.forbiddenText],
    404: [w.missing, w.missingText],
    409: [w.archived, w.archivedText],
    413: [w.big, w.bigText],
    429: [w.many, w.manyText],
    500: [w.fault, w.faultText],
    503: [w.away, w.awayText],
  }[status] as [string, string]
  return {
    title,
    body: (
      <>
        <Heading level={1}>{title}</Heading>
        <Lead>{text}</Lead>
        {unsent ? (
          <form method="post" action={path}>
            <p>{w.unsent} {unsent.hadFiles ? w.unsentFiles : null}</p>
            {unsent.fields.map(([name, value]) => <input type="hidden" name={name} value={value} />)}
            <Button variant="primary">{w.again}</Button>
          </form>
        ) : null}
        {status >= 500 ? <p class="hint">{w.reference(request.requestId)}</p> : null}
        <div class="actions">
          {status === 404 && !request.viewer.person ? <ButtonLink href={`/logg-inn?til=${encodeURIComponent(path)}`} variant="primary">{w.login}</ButtonLink> : null}
          <ButtonLink href="/">{w.front}</ButtonLink>
        </div>
      </>
    ),
  }
}
