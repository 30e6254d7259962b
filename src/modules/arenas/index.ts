export { decision } from './decision/decision.ts'
export { arenas } from './manifest.ts'
