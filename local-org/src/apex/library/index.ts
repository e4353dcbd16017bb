/** Every class of the library; add a line for each new file. */
import {booleanClass} from './System/Boolean.ts';
import {dateClass} from './System/Date.ts';
import {datetimeClass} from './System/Datetime.ts';
import {decimalClass} from './System/Decimal.ts';
import {doubleClass} from './System/Double.ts';
import {idClass} from './System/Id.ts';
import {integerClass} from './System/Integer.ts';
import {iteratorClass} from './System/Iterator.ts';
import {listClass} from './System/List.ts';
import {longClass} from './System/Long.ts';
import {mapClass} from './System/Map.ts';
import {mathClass} from './System/Math.ts';
import {setClass} from './System/Set.ts';
import {stringClass} from './System/String.ts';
import {timeClass} from './System/Time.ts';
import {timeZoneClass} from './System/TimeZone.ts';
import {typeClass} from './System/Type.ts';
import {assertClass} from './System/Assert.ts';
import {systemClass} from './System/System.ts';
import {blobClass} from './System/Blob.ts';
import {encodingUtilClass} from './System/EncodingUtil.ts';
import {cryptoClass} from './System/Crypto.ts';
import {uuidClass} from './System/UUID.ts';
import {patternClass} from './System/Pattern.ts';
import {matcherClass} from './System/Matcher.ts';
import {jsonClass} from './System/JSON.ts';
import {jsonGeneratorClass} from './System/JSONGenerator.ts';
import {jsonParserClass} from './System/JSONParser.ts';
import {accessLevelClass} from './System/AccessLevel.ts';
import {customMetadataTypeClass} from './System/CustomMetadataType.ts';
import {databaseClass} from './System/Database.ts';
import {exceptionClass, platformExceptionClasses} from './System/Exception.ts';
import {featureManagementClass} from './System/FeatureManagement.ts';
import {hierarchyCustomSettingClass} from './System/HierarchyCustomSetting.ts';
import {listCustomSettingClass} from './System/ListCustomSetting.ts';
import {limitsClass} from './System/Limits.ts';
import {testClass} from './System/Test.ts';
import {triggerClass} from './System/Trigger.ts';
import {userInfoClass} from './System/UserInfo.ts';
import {sobjectClass} from './System/SObject.ts';
import {schemaClass} from './System/Schema.ts';
import {childRelationshipClass} from './Schema/ChildRelationship.ts';
import {describeFieldResultClass} from './Schema/DescribeFieldResult.ts';
import {describeSObjectResultClass} from './Schema/DescribeSObjectResult.ts';
import {fieldSetClass, fieldSetMemberClass} from './Schema/FieldSet.ts';
import {fieldsClass, fieldSetsClass} from './Schema/field-maps.ts';
import {picklistEntryClass} from './Schema/PicklistEntry.ts';
import {recordTypeInfoClass} from './Schema/RecordTypeInfo.ts';
import {sobjectFieldClass} from './Schema/SObjectField.ts';
import {sobjectTypeClass} from './Schema/SObjectType.ts';
import {queryLocatorClass, queryLocatorIteratorClass} from './Database/QueryLocator.ts';
import {dmlOptionsClasses} from './Database/DmlOptions.ts';
import {leadConvertClasses} from './Database/LeadConvert.ts';
import {resultClasses} from './Database/results.ts';
import {mergeClasses} from './Database/merge.ts';
import {securityClasses} from './System/Security.ts';
import {iterableClass} from './System/Iterable.ts';
import {urlClass} from './System/Url.ts';
import {cacheClasses} from './Cache/cache-classes.ts';
import {chatterUsersClass} from './ConnectApi/ChatterUsers.ts';
import {asyncOptionClasses} from './System/QueueableDuplicateSignature.ts';
import {callableClass} from './System/Callable.ts';
import {jobInterfaceClasses} from './System/job-interfaces.ts';
import {eventBusClass} from './System/EventBus.ts';
import {testBrokerClasses} from './EventBus/TestBroker.ts';
import {triggerContextClass} from './EventBus/TriggerContext.ts';
import {changeEventHeaderClass} from './EventBus/ChangeEventHeader.ts';
import {formulaClasses} from './FormulaEval/FormulaBuilder.ts';
import {invocableClasses} from './Invocable/Action.ts';
import {calloutMockClasses} from './System/StaticResourceCalloutMock.ts';
import {emailClasses} from './Messaging/emails.ts';
import {sendEmailClasses} from './Messaging/send-email.ts';
import {approvalClasses} from './System/Approval.ts';
import {installContextClasses} from './System/InstallContext.ts';
import {networkClass} from './System/Network.ts';
import {versionClass} from './System/Version.ts';
import {customNotificationClass} from './Messaging/CustomNotification.ts';
import {inboundEmailClasses} from './Messaging/inbound-emails.ts';
import {locationClass} from './System/Location.ts';
import {labelClass} from './System/Label.ts';
import {httpClass} from './System/Http.ts';
import {httpRequestClass} from './System/HttpRequest.ts';
import {httpResponseClass} from './System/HttpResponse.ts';
import {requestClass} from './System/Request.ts';
import {restClasses} from './System/RestRequest.ts';
import {restContextClass} from './System/RestContext.ts';
import type {ClassDefinition} from './registry.ts';

export const libraryClasses: readonly ClassDefinition[] = [
  booleanClass,
  dateClass,
  datetimeClass,
  decimalClass,
  doubleClass,
  idClass,
  integerClass,
  iteratorClass,
  listClass,
  longClass,
  mapClass,
  mathClass,
  setClass,
  stringClass,
  timeClass,
  timeZoneClass,
  typeClass,
  assertClass,
  systemClass,
  blobClass,
  encodingUtilClass,
  cryptoClass,
  uuidClass,
  patternClass,
  matcherClass,
  jsonClass,
  jsonGeneratorClass,
  jsonParserClass,
  accessLevelClass,
  customMetadataTypeClass,
  databaseClass,
  exceptionClass,
  ...platformExceptionClasses,
  featureManagementClass,
  hierarchyCustomSettingClass,
  listCustomSettingClass,
  limitsClass,
  testClass,
  triggerClass,
  userInfoClass,
  sobjectClass,
  sobjectFieldClass,
  describeFieldResultClass,
  picklistEntryClass,
  schemaClass,
  sobjectTypeClass,
  describeSObjectResultClass,
  childRelationshipClass,
  recordTypeInfoClass,
  fieldsClass,
  fieldSetsClass,
  fieldSetClass,
  fieldSetMemberClass,
  queryLocatorClass,
  queryLocatorIteratorClass,
  ...dmlOptionsClasses,
  ...leadConvertClasses,
  ...resultClasses,
  ...mergeClasses,
  ...securityClasses,
  iterableClass,
  urlClass,
  ...calloutMockClasses,
  ...cacheClasses,
  ...asyncOptionClasses,
  callableClass,
  ...jobInterfaceClasses,
  eventBusClass,
  ...testBrokerClasses,
  triggerContextClass,
  changeEventHeaderClass,
  chatterUsersClass,
  ...formulaClasses,
  ...invocableClasses,
  httpClass,
  labelClass,
  locationClass,
  ...approvalClasses,
  ...installContextClasses,
  networkClass,
  versionClass,
  customNotificationClass,
  ...inboundEmailClasses,
  ...emailClasses,
  ...sendEmailClasses,
  httpRequestClass,
  httpResponseClass,
  requestClass,
  ...restClasses,
  restContextClass,
];
