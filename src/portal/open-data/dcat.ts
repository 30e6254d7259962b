import type { Config } from '../../platform/config.ts'
import type { Text } from '../../platform/text/texts.ts'
import { descriptionWords } from '../api/description.words.ts'
import { dataSets } from './data-sets.ts'
import { openDataWords } from './open-data.words.ts'

/** A value of a property: something with an address, or words in a language. */
type Value = { iri: string } | { text: string; lang?: 'nb' | 'nn' | 'en' }
export type Node = { iri: string; type: string; properties: readonly (readonly [name: string, ...values: Value[]])[] }

export const prefixes: Readonly<Record<string, string>> = { dcat: 'http://www.w3.org/ns/dcat#', dct: 'http://purl.org/dc/terms/', foaf: 'http://xmlns.com/foaf/0.1/', vcard: 'http://www.w3.org/2006/vcard/ns#', adms: 'http://www.w3.org/ns/adms#' }

const europa = 'http://publications.europa.eu/resource/authority'
const iri = (value: string): Value => ({ iri: value })
const inAll = (text: Text): Value[] => (['nb', 'nn', 'en'] as const).map((lang) => ({ text: text[lang], lang }))
const across = (name: 'title' | 'lead'): Text => ({ nb: openDataWords.nb[name], nn: openDataWords.nn[name], en: openDataWords.en[name] })

/** The catalogue of what is open here, as DCAT-AP-NO 2 wants it: catalogue, data sets with distributions, and the API as a data service. */
export function catalogueOfOpenData({ baseUrl, publicName, publisher }: Pick<Config, 'baseUrl' | 'publicName' | 'publisher'>): Node[] {
  const own = (rest: string) => `${baseUrl}${rest}`
  const publisherIri = publisher ? `https://data.brreg.no/enhetsregisteret/api/enheter/${publisher.orgnr}` : own('/dcat#utgiver')
  const contact = own('/dcat#kontakt')
  const catalogue = own('/dcat#katalog')
  const common = (name: string): readonly (readonly [string, ...Value[]])[] => [['dct:identifier', { text: own(`/${name}`) }], ['dct:publisher', iri(publisherIri)], ['dcat:contactPoint', iri(contact)]]
  const langs = ['NOB', 'NNO', 'ENG'].map((code) => iri(`${europa}/language/${code}`))
  const licence = ['dct:license', iri(`${europa}/licence/NLOD_2_0`)] as const
  return [
    {
      iri: catalogue, type: 'dcat:Catalog', properties: [
        ...common('dcat'), ['dct:title', ...inAll(across('title'))], ['dct:description', ...inAll(across('lead'))], ['foaf:homepage', iri(own('/apne-data'))], ['dct:language', ...langs], licence,
        ['dcat:dataset', ...dataSets.map(({ name }) => iri(own(`/apne-data/${name}`)))], ['dcat:service', iri(own('/api#tjeneste'))],
      ],
    },
    { iri: publisherIri, type: 'foaf:Agent', properties: [['foaf:name', { text: publisher?.name ?? publicName }], ...(publisher ? [['dct:identifier', { text: publisher.orgnr }] as const] : [])] },
    {
      iri: contact, type: 'vcard:Organization', properties: [
        ['vcard:fn', { text: publisher?.name ?? publicName }],
        publisher?.contact.startsWith('mailto:') ? ['vcard:hasEmail', iri(publisher.contact)] : ['vcard:hasURL', iri(publisher?.contact ?? own('/'))],
      ],
    },
    ...dataSets.flatMap(({ name, title, about, theme }): Node[] => [
      {
        iri: own(`/apne-data/${name}`), type: 'dcat:Dataset', properties: [
          ...common(`apne-data/${name}`), ['dct:title', ...inAll(title)], ['dct:description', ...inAll(about)], ['dcat:theme', iri(`${europa}/data-theme/${theme}`)], ['dct:accessRights', iri(`${europa}/access-right/PUBLIC`)],
          ['dct:language', ...langs], ['dct:spatial', iri(`${europa}/country/NOR`)], ['dcat:distribution', iri(own(`/apne-data/${name}.csv`)), iri(own(`/apne-data/${name}.json`))],
        ],
      },
      ...(['CSV', 'JSON'] as const).map((format): Node => {
        const address = own(`/apne-data/${name}.${format.toLowerCase()}`)
        return { iri: address, type: 'dcat:Distribution', properties: [
          ['dct:title', ...inAll({ nb: `${title.nb} (${format})`, nn: `${title.nn} (${format})`, en: `${title.en} (${format})` })], ['dcat:accessURL', iri(address)], ['dcat:downloadURL', iri(address)], ['dct:format', iri(`${europa}/file-type/${format}`)],
          ['dcat:mediaType', iri(`https://www.iana.org/assignments/media-types/${format === 'CSV' ? 'text/csv' : 'application/json'}`)], licence,
        ] }
      }),
    ]),
    {
      iri: own('/api#tjeneste'), type: 'dcat:DataService', properties: [
        ...common('api'), ['dct:title', ...inAll({ nb: descriptionWords.nb.title, nn: descriptionWords.nn.title, en: descriptionWords.en.title })], ['dct:description', ...inAll({ nb: descriptionWords.nb.lead, nn: descriptionWords.nn.lead, en: descriptionWords.en.lead })],
        ['dcat:endpointURL', iri(own('/api/v1'))], ['dcat:endpointDescription', iri(own('/api/v1/openapi.json'))], ['dct:accessRights', iri(`${europa}/access-right/RESTRICTED`)], ['foaf:page', iri(own('/api'))],
      ],
    },
  ]
}

const escaped = (text: string) => text.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\t', '\\t')
const address = (value: string) => `<${value.replace(/[<>"{}|^`\\\s]/g, (sign) => encodeURIComponent(sign))}>`

/** The same as Turtle. */
export function asTurtle(nodes: readonly Node[]): string {
  const value = (one: Value) => ('iri' in one ? address(one.iri) : `"${escaped(one.text)}"${one.lang ? `@${one.lang}` : ''}`)
  return [
    ...Object.entries(prefixes).map(([name, space]) => `@prefix ${name}: <${space}> .`), '',
    ...nodes.map(({ iri: subject, type, properties }) => `${address(subject)} a ${type} ;\n${properties.map(([name, ...values]) => `    ${name} ${values.map(value).join(', ')}`).join(' ;\n')} .\n`),
  ].join('\n')
}

/** The same as JSON-LD. */
export const asJsonLd = (nodes: readonly Node[]): string =>
  JSON.stringify({
    '@context': prefixes,
    '@graph': nodes.map(({ iri: id, type, properties }) => ({
      '@id': id, '@type': type,
      ...Object.fromEntries(properties.map(([name, ...values]) => [name, values.map((one) => ('iri' in one ? { '@id': one.iri } : { '@value': one.text, ...(one.lang && { '@language': one.lang }) }))])),
    })),
  })
