import { describe } from 'vitest'
import { lookAtEveryPage } from './every-page.ts'

// A file for each language, so that several are looked at at once.
describe('every page in bokmål', () => lookAtEveryPage('nb', 8))
