/*
 * The dialect: everything that only SQLite can do, behind one door. Its rooms are in the folder of the same name, which is the
 * only place that imports the driver. A second dialect (PostgreSQL) offers the same exports: opening, search, bulk loading, loose
 * text comparison, versions, copies and integrity checks.
 */

export * from './sqlite/bulk.js'
export { APPLICATION_ID, openDatabase, openForOne, openToLook, useLog, waitFor } from './sqlite/connecting.js'
export { copyTo, type Replacing, replaceBy } from './sqlite/copying.js'
export { BUSY_TIMEOUT, errorCode } from './sqlite/driver.js'
export * from './sqlite/identity.js'
export * from './sqlite/integrity.js'
export * from './sqlite/moments.js'
export * from './sqlite/pages.js'
export * from './sqlite/search.js'
export { type Db, literal, runBatch } from './sqlite/statements.js'
export * from './sqlite/text.js'
