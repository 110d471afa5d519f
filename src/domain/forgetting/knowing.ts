/**
 * All by which the store tells an erased person: a part of its own, because reading names loads tables of them, which only an
 * erasure and what comes after it need.
 */
export { isTaxField } from '../matching/keys.js'
export { Mentions } from './mentions.js'
export { besideOthers, stemsToAsk } from './person-name.js'
export { allErasedAs, erasedAs, nameKeys, signsOfOthers, signsSaid, signsToKeep } from './signs.js'
