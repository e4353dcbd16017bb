/**
 * What the signature jars lack or get wrong, class by class; each entry cites the document that says so. (Static methods of custom metadata
 * types and custom settings are in `supplement-sobjects.ts`.)
 */
import {MISPLACED_STATICS} from './supplement-sobjects.ts';

export interface ClassSupplement {
  /** The documents, by title. */
  readonly cites: string;
  /** Members that are wrong in the jar: a name takes all overloads, `name(Type)` one. */
  readonly remove?: readonly string[];
  /** Members as Apex would declare them, see `signatures/member-declaration.ts`. */
  readonly add?: readonly string[];
  /** Interfaces that the class implements besides those of the jar. */
  readonly interfaces?: readonly string[];
  /** The class that it extends. */
  readonly superclass?: string;
  /** Enum constants that the jar lacks. */
  readonly constants?: readonly string[];
  /** All constants of an enum in their order, where it is known: the jar has them by name. */
  readonly order?: readonly string[];
}

/** By canonical name; classes that the jars lack are here as well. */
export const SUPPLEMENT: Readonly<Record<string, ClassSupplement>> = {
  'System.Object': {
    cites: 'Apex Developer Guide, "Using Custom Types in Map Keys and Sets"; "Overriding toString" in "Methods and Classes"',
    add: ['Boolean equals(Object other)', 'Integer hashCode()', 'String toString()'],
  },
  'System.SObject': {
    cites:
      'Apex Reference Guide, "SObject Class": setOptions(DMLOptions); custom settings and custom metadata have their own static methods',
    remove: [...MISPLACED_STATICS, 'setOptions', 'UserRecordAccess', '<init>'],
    add: ['void setOptions(Database.DMLOptions options)'],
  },
  'System.Decimal': {
    cites: 'Apex Reference Guide, "Decimal Class": divide(divisor, scale, roundingMode)',
    remove: ['divide(Decimal,Integer,Object)'],
    add: ['Decimal divide(Decimal divisor, Integer scale, RoundingMode roundingMode)'],
  },
  'System.System': {
    cites:
      'Apex Reference Guide, "System Class": assert, debug(logLevel, msg), enqueueJob(queueableObj), schedule(jobName, cronExpression, schedulableClass), ' +
      'scheduleBatch(batchable, jobName, minutesFromNow, scopeSize). `System.runAs(user)` with a block is a statement',
    remove: ['Assert', 'debug(Object,Object)', 'enqueueJob', 'schedule', 'scheduleBatch', 'runAs(SObject,Object)'],
    add: [
      'static void assert(Boolean condition)',
      'static void assert(Boolean condition, Object msg)',
      'static void debug(LoggingLevel logLevel, Object msg)',
      'static Id enqueueJob(Queueable queueableObj)',
      'static Id enqueueJob(Queueable queueableObj, Integer delay)',
      'static Id enqueueJob(Queueable queueableObj, AsyncOptions asyncOptions)',
      'static String schedule(String jobName, String cronExpression, Schedulable schedulableClass)',
      'static String scheduleBatch(Database.Batchable<SObject> batchable, String jobName, Integer minutesFromNow)',
      'static String scheduleBatch(Database.Batchable<SObject> batchable, String jobName, Integer minutesFromNow, Integer scopeSize)',
    ],
  },
  'System.Trigger': {
    cites: 'Apex Developer Guide, "Trigger Context Variables"',
    remove: ['New'],
    add: ['static List<SObject> new'],
  },
  'System.Database': {
    cites:
      'Apex Reference Guide, "Database Class": delete, undelete and emptyRecycleBin take lists of records or of Ids; executeBatch(batchClassObject) ' +
      'an object that implements Database.Batchable; getCursor an access level; getPaginationCursor',
    remove: [
      'delete(List<Object>)',
      'delete(List<Object>,Boolean)',
      'delete(List<Object>,AccessLevel)',
      'delete(List<Object>,Boolean,AccessLevel)',
      'undelete(List<Object>)',
      'undelete(List<Object>,Boolean)',
      'undelete(List<Object>,AccessLevel)',
      'undelete(List<Object>,Boolean,AccessLevel)',
      'emptyRecycleBin(List<Object>)',
      'executeBatch',
      'getCursor(String,Object)',
      'getCursorWithBinds',
    ],
    add: [
      ...recordsOrIds('static List<Database.DeleteResult> delete', [
        '',
        'Boolean allOrNone',
        'AccessLevel accessLevel',
        'Boolean allOrNone, AccessLevel accessLevel',
      ]),
      ...recordsOrIds('static List<Database.UndeleteResult> undelete', [
        '',
        'Boolean allOrNone',
        'AccessLevel accessLevel',
        'Boolean allOrNone, AccessLevel accessLevel',
      ]),
      ...recordsOrIds('static List<Database.EmptyRecycleBinResult> emptyRecycleBin', ['']),
      'static String executeBatch(Database.Batchable<SObject> batchClassObject)',
      'static String executeBatch(Database.Batchable<SObject> batchClassObject, Integer scope)',
      'static Database.Cursor getCursor(String query, AccessLevel accessLevel)',
      'static Database.PaginationCursor getPaginationCursor(String query)',
      'static Database.PaginationCursor getPaginationCursor(String query, AccessLevel accessLevel)',
      'static Database.PaginationCursor getPaginationCursorWithBinds(String query, Map<String,Object> bindMap, AccessLevel accessLevel)',
      'static Database.Cursor getCursorWithBinds(String query, Map<String,Object> bindMap, AccessLevel accessLevel)',
    ],
  },
  'Messaging.CustomNotification': {
    cites: 'Apex Reference Guide, "CustomNotification Class": setSenderId(id)',
    add: ['void setSenderId(String id)'],
  },
  'System.Approval': {
    cites: 'Apex Reference Guide, "Approval Class": lock, unlock and isLocked take lists of records or of Ids',
    remove: [
      'lock(List<Object>)',
      'lock(List<Object>,Boolean)',
      'unlock(List<Object>)',
      'unlock(List<Object>,Boolean)',
      'isLocked(List<Object>)',
    ],
    add: [
      ...recordsOrIds('static List<Approval.LockResult> lock', ['', 'Boolean allOrNothing']),
      ...recordsOrIds('static List<Approval.UnlockResult> unlock', ['', 'Boolean allOrNothing']),
      ...recordsOrIds('static Map<Id,Boolean> isLocked', ['']),
    ],
  },
  'Database.Batchable': {
    cites: 'Apex Developer Guide, "Using Batch Apex": (Database.QueryLocator | Iterable<sObject>) start(Database.BatchableContext bc)',
    add: ['abstract Iterable<T> start(Database.BatchableContext bc)'],
  },
  'Database.QueryLocator': {
    cites: 'Apex Developer Guide, "Using Batch Apex": a QueryLocator is iterated like an Iterable<sObject>',
    interfaces: ['Iterable<SObject>'],
  },
  'System.Http': {
    cites: 'Apex Reference Guide, "Http Class": send(request)',
    remove: ['send'],
    add: ['HttpResponse send(HttpRequest request)'],
  },
  'System.HttpRequest': {
    cites: 'Apex Reference Guide, "HttpRequest Class": setBodyDocument(document)',
    remove: ['setBodyDocument'],
    add: ['void setBodyDocument(Dom.Document document)'],
  },
  'System.StaticResourceCalloutMock': {
    cites: 'Apex Developer Guide, "Testing HTTP Callouts Using Static Resources": it is passed to Test.setMock(HttpCalloutMock.class, …)',
    interfaces: ['HttpCalloutMock'],
  },
  'System.MultiStaticResourceCalloutMock': {
    cites: 'Apex Developer Guide, "Testing HTTP Callouts Using Static Resources": it is passed to Test.setMock(HttpCalloutMock.class, …)',
    interfaces: ['HttpCalloutMock'],
  },
  'System.Test': {
    cites: 'Apex Reference Guide, "Test Class": setCurrentPage(page), setCurrentPageReference(page)',
    remove: ['setCurrentPage', 'setCurrentPageReference'],
    add: ['static void setCurrentPage(PageReference page)', 'static void setCurrentPageReference(PageReference page)'],
  },
  'Schema.SObjectType': {
    cites: 'Apex Reference Guide, "SObjectType Class": getDescribe(options)',
    remove: ['getDescribe(Object)'],
    add: ['Schema.DescribeSObjectResult getDescribe(Schema.SObjectDescribeOptions options)'],
  },
  'Database.PaginationCursor': {
    cites: 'Apex Reference Guide (API version 66.0), "PaginationCursor Class"',
    add: [
      'Integer fetchDeleted(Integer start, Integer pageSize)',
      'Database.CursorFetchResult fetchPage(Integer start, Integer pageSize)',
      'Integer getNumRecords()',
    ],
  },
  'Database.CursorFetchResult': {
    cites: 'Apex Reference Guide (API version 66.0), "CursorFetchResult Class"',
    add: ['Integer getNextIndex()', 'Integer getNumDeletedRecords()', 'List<SObject> getRecords()', 'Boolean isDone()'],
  },
  'Cache.OrgPartition': {
    cites: 'Apex Reference Guide, "OrgPartition Class": it extends Cache.Partition',
    superclass: 'Cache.Partition',
  },
  'Cache.SessionPartition': {
    cites: 'Apex Reference Guide, "SessionPartition Class": it extends Cache.Partition',
    superclass: 'Cache.Partition',
  },
  'Cache.Session.SessionCacheException': exceptionClass('Apex Reference Guide, "Cache Exceptions"'),
  'Cache.Session.SessionCacheNoSessionException': exceptionClass('Apex Reference Guide, "Cache Exceptions"'),
  'System.FormulaEvaluationException': exceptionClass('Apex Reference Guide, "FormulaEval Namespace": FormulaInstance.evaluate'),
  'System.FormulaValidationException': exceptionClass('Apex Reference Guide, "FormulaEval Namespace": FormulaBuilder.build'),
  'System.DataWeaveScriptException': exceptionClass('Apex Developer Guide, "DataWeave in Apex"'),
  'System.LoggingLevel': {
    cites:
      "what an org sends NebulaLogger's Lightning components (loggerService.test.js, getLoggerSettings.json): ordinals 2 (FINEST) to 8 (ERROR)",
    order: ['NONE', 'INTERNAL', 'FINEST', 'FINER', 'FINE', 'DEBUG', 'INFO', 'WARN', 'ERROR'],
  },
  'System.StatusCode': {
    cites: 'Platform Events Developer Guide, "Status Code Returned for Asynchronous Publishing", "Callback Status Code"',
    constants: ['OPERATION_ENQUEUED', 'OPERATION_WITH_CALLBACK_ENQUEUED'],
  },
  'EventBus.InvalidReplayIdException': exceptionClass(
    'Platform Events Developer Guide, "Resume a Platform Event Trigger After an Uncaught Exception"',
  ),
  'System.Quiddity': {
    cites: 'Apex Reference Guide, "Quiddity Enum"; UNDEFINED is what a request of no other kind has',
    constants: ['EXTERNAL_SERVICE_CALLBACK', 'POST_INSTALL_SCRIPT', 'UNDEFINED'],
  },
};

/** Classes whose objects the platform hands out; `new` is refused (Apex Reference Guide: their pages list no constructors). */
export const NEVER_CONSTRUCTED = new Set([
  'Database.CursorFetchResult',
  'Database.DeleteResult',
  'Database.EmptyRecycleBinResult',
  'Database.Error',
  'Database.LeadConvertResult',
  'Database.MergeResult',
  'Database.PaginationCursor',
  'Database.QueryLocator',
  'Database.QueryLocatorIterator',
  'Database.SaveResult',
  'Database.UndeleteResult',
  'Database.UpsertResult',
  'Schema.DescribeFieldResult',
  'Schema.DescribeSObjectResult',
  'Schema.FieldSet',
  'Schema.FieldSetMember',
  'Schema.PicklistEntry',
  'Schema.RecordTypeInfo',
  'Schema.SObjectField',
  'Schema.SObjectType',
  'System.JSONGenerator',
  'System.JSONParser',
  'System.Matcher',
  'System.OrgLimit',
  'System.Pattern',
  'System.SObjectAccessDecision',
  'System.Savepoint',
  'System.TimeZone',
  'System.Type',
  'System.UUID',
]);

/** A method that takes a list of records or a list of Ids, with each of several tails of parameters. */
function recordsOrIds(head: string, tails: readonly string[]): readonly string[] {
  return ['List<SObject> records', 'List<Id> recordIds'].flatMap((list) =>
    tails.map((tail) => `${head}(${tail === '' ? list : `${list}, ${tail}`})`),
  );
}

/** A built-in exception, made as all are. */
function exceptionClass(cites: string): ClassSupplement {
  return {
    cites,
    superclass: 'Exception',
    add: ['<init>()', '<init>(Exception cause)', '<init>(String message)', '<init>(String message, Exception cause)'],
  };
}
