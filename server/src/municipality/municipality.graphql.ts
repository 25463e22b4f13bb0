import { InvalidInputError } from '@rozeznanie/core/errors'
import { LOCALITY_KINDS } from '@rozeznanie/core/municipality'
import { resolveArrayConnection } from '@pothos/plugin-relay'
import { queryFromInfo } from '@pothos/plugin-prisma'
import { builder } from '../builder.ts'
import {
  findMunicipalitiesByCode,
  findMunicipality,
  findMunicipalityCodes,
  sortedByName,
} from './municipality.store.ts'
import { setLocalities } from './set-localities.ts'

const LocalityKindEnum = builder.enumType('LocalityKind', {
  description: 'Village unit, neighbourhood, district, town or any other place that residents know by name.',
  values: LOCALITY_KINDS,
})

builder.prismaObject('Voivodeship', {
  description: 'Two digits of TERC.',
  fields: (t) => ({ code: t.exposeID('code'), name: t.exposeString('name') }),
})

builder.prismaObject('County', {
  description: 'Four digits of TERC.',
  fields: (t) => ({
    code: t.exposeID('code'),
    name: t.exposeString('name'),
    voivodeship: t.relation('voivodeship'),
  }),
})

builder.prismaObject('Locality', {
  description: 'A part of a municipality that residents know by name.',
  fields: (t) => ({
    id: t.exposeID('id'),
    name: t.exposeString('name'),
    kind: t.expose('kind', { type: LocalityKindEnum }),
  }),
})

const MunicipalityRef = builder.prismaObject('Municipality', {
  description: 'A municipality (gmina) of the official register TERC.',
  fields: (t) => ({
    code: t.exposeID('code', { description: 'Six digits of TERC.' }),
    name: t.exposeString('name'),
    kind: t.exposeInt('kind', { description: '1 urban, 2 rural, 3 urban-rural.' }),
    county: t.relation('county'),
    vanishedOn: t.expose('vanishedOn', {
      type: 'Date',
      nullable: true,
      description: 'The register no longer has it since this day; null while it does.',
    }),
    localities: t.prismaField({
      type: ['Locality'],
      description: 'Without the retired ones, in Polish alphabetical order.',
      select: (_args, _context, nested) => ({ localities: nested({ where: { retiredAt: null } }) }),
      resolve: (_query, municipality) => sortedByName(municipality.localities),
    }),
  }),
})

builder.queryFields((t) => ({
  municipality: t.prismaField({
    type: 'Municipality',
    nullable: true,
    description: 'Null when the register has never had this code.',
    authScopes: { signedIn: true },
    args: { code: t.arg.id({ required: true }) },
    resolve: (query, _root, { code }, { db }) => findMunicipality(db, code, query),
  }),
  municipalities: t.connection(
    {
      type: MunicipalityRef,
      nullable: true,
      description:
        'In Polish alphabetical order. The search ignores case and diacritics, and finds codes too.',
      authScopes: { signedIn: true },
      args: { search: t.arg.string(), voivodeshipCode: t.arg.id() },
      resolve: async (_root, args, context, info) => {
        const codes = await findMunicipalityCodes(context.db, args)
        const page = resolveArrayConnection({ args, defaultSize: 20, maxSize: 100 }, [...codes])
        const query = queryFromInfo({ context, info, path: ['edges', 'node'], typeName: 'Municipality' })
        const shown = page.edges.map(({ node }) => node)
        const rows = await findMunicipalitiesByCode(context.db, shown, query)
        const edges = page.edges.flatMap(({ cursor, node }) => {
          const row = rows.get(node)
          return row ? [{ cursor, node: row }] : []
        })
        return { pageInfo: page.pageInfo, edges, totalCount: codes.length }
      },
    },
    {
      name: 'MunicipalityConnection',
      fields: (connection) => ({ totalCount: connection.exposeInt('totalCount') }),
    },
    { name: 'MunicipalityEdge' },
  ),
}))

const LocalityInput = builder.inputType('LocalityInput', {
  fields: (t) => ({
    name: t.string({ required: true }),
    kind: t.field({ type: LocalityKindEnum, required: true }),
  }),
})
const SetLocalitiesInput = builder.inputType('SetLocalitiesInput', {
  description: 'The whole list as it shall be; localities missing from it are retired.',
  fields: (t) => ({
    municipalityCode: t.id({ required: true }),
    localities: t.field({ type: [LocalityInput], required: true }),
  }),
})

builder.mutationField('setLocalities', (t) =>
  t.prismaField({
    type: 'Municipality',
    nullable: true,
    description: 'For administrators, and for organisers of organisations that serve the municipality.',
    authScopes: { signedIn: true },
    errors: { types: [InvalidInputError] },
    args: { input: t.arg({ type: SetLocalitiesInput, required: true }) },
    resolve: async (query, _root, { input }, context) => {
      await setLocalities(context, input)
      return findMunicipality(context.db, input.municipalityCode, query)
    },
  }),
)
