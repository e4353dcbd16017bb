/**
 * Every diagnostic code of the compiler, listed once, with its meaning.
 *
 * | range | part |
 * |---|---|
 * | E1xx | syntax |
 * | E2xx | names |
 * | E3xx | expressions |
 * | E4xx | statements |
 * | E5xx | declarations |
 * | E6xx | modifiers and annotations |
 * | E7xx | SOQL |
 * | E8xx, W8xx | files of the project |
 * | U2xx | legal Apex that isn't supported |
 * | U3xx | legal library calls that aren't supported |
 * | U7xx | legal SOQL that isn't supported |
 *
 * The wording of E2xx to E6xx is that of the platform's compiler (`messages_en_US.properties` of the Apex compiler, published by Salesforce with its
 * Apex language support).
 */
export const codes = {
  // syntax
  E101: 'A token stands where the grammar expects another.',
  E102: 'A character that Apex does not use.',
  E103: 'A string literal is not closed, runs over the end of a line or has an unknown escape sequence.',
  E104: 'A list or a query stands inside a list of values.',
  E105: 'The source is nested too deeply to be read.',
  // names
  E201: 'A variable, field or property of that name does not exist.',
  E202: 'A method of that name does not exist, or not for these arguments.',
  E203: 'A type of that name does not exist.',
  E204: 'The object has no such field.',
  E205: 'A constructor for these arguments does not exist.',
  E206: 'Several methods fit the arguments equally well.',
  E207: 'The type is private to another class.',
  E208: 'The variable is not visible from here.',
  E209: 'The method or constructor is not visible from here.',
  E210: 'An instance field is used where there is no instance.',
  E211: 'An instance method is called where there is no instance.',
  E212: 'A static field is reached through an instance.',
  E213: 'A static method is called through an instance.',
  E214: '`this` is used where there is no instance.',
  E215: '`super` is used where there is no instance or no superclass.',
  E216: 'The arguments of a constructor call use the instance that is being constructed.',
  E217: 'The type has too many, too few or no type arguments.',
  E218: 'There is no custom label of that name.',
  E219: 'An abstract method is called through `super`.',
  // expressions
  E301: 'A value of this type cannot be assigned to a variable, parameter or result of that type.',
  E302: 'An arithmetic operator has an operand that is not a number.',
  E303: 'Values of these types cannot be compared.',
  E304: 'A condition is not a Boolean.',
  E305: 'A logical operator has an operand that is not a Boolean.',
  E306: 'A bitwise operator has an operand that it does not take.',
  E307: 'A shift has an operand that is not an Integer or a Long.',
  E308: 'A unary operator has an operand that it does not take.',
  E309: 'Values of this type have no order.',
  E310: 'A date or time is added to something that is not a number.',
  E311: 'The two branches of a conditional expression have no type in common.',
  E312: 'The two sides of `??` have no type in common.',
  E313: 'A cast can never succeed.',
  E314: 'The result of `instanceof` is known beforehand, or the type cannot be tested.',
  E315: 'The expression cannot be assigned to.',
  E316: 'The expression does nothing: it cannot be a statement.',
  E317: 'The index of a list is not an Integer.',
  E318: 'Only lists can be indexed.',
  E319: 'An element, key or value does not fit the collection.',
  E320: 'An abstract class cannot be constructed.',
  E321: 'The type cannot be constructed.',
  E322: 'The arguments of `new` have the form of another kind of type.',
  E323: 'The field cannot be written.',
  E324: 'A field is initialised twice.',
  E325: 'A final variable is assigned after its declaration.',
  E326: 'A call without a result is used as a value.',
  E327: 'The number is out of the range of its type.',
  E328: '`addError` is called on something that is not a field of a record.',
  E329: 'The property cannot be read or written from here.',
  E330: '`?.` is used where it is not allowed.',
  E331: 'A field that is not a relationship is followed by another field.',
  E332: 'A query gives no value of the type that is needed.',
  // statements
  E401: 'A variable of that name exists already.',
  E402: 'The method can end without returning a value.',
  E403: 'A value is returned where there is none to return.',
  E404: 'The statement can never run.',
  E405: '`break` or `continue` stands outside of a loop.',
  E406: 'The loop does not iterate over a collection.',
  E407: 'The loop variable does not fit the elements.',
  E408: 'What is caught is not an exception.',
  E409: 'The exception was caught already by an earlier `catch`.',
  E410: 'What is thrown is not an exception.',
  E411: 'DML needs an SObject or a List of SObjects.',
  E412: 'Records of this object cannot be written by this DML operation.',
  E413: 'The field of an upsert is not an external id.',
  E414: 'The records of a merge do not fit.',
  E415: '`System.runAs` takes a user.',
  E416: 'A switch over this type is not possible.',
  E417: 'A value of a `when` is not a constant of the type of the switch.',
  E418: 'A `when` repeats an earlier one, or follows `when else`.',
  E419: 'A call of another constructor is not the first statement of a constructor.',
  // declarations
  E501: 'A field of that name exists already.',
  E502: 'A method with these parameters exists already.',
  E503: 'A type of that name exists already.',
  E504: 'A class descends from itself.',
  E505: 'The superclass or interface is not one.',
  E506: 'The class is neither virtual nor abstract: it cannot be extended.',
  E507: 'The class lacks a method that its interface or superclass demands.',
  E508: 'The method overrides another without saying `override`.',
  E509: 'The method says `override` and overrides none.',
  E510: 'The overridden method is neither virtual nor abstract, or is static.',
  E511: 'The method is less visible than the one that it overrides.',
  E512: 'The method returns another type than the one that it overrides.',
  E513: 'An abstract method has a body, or another method has none.',
  E514: 'The name of an exception class must end in Exception, and only that of one.',
  E515: 'Inner types can have no inner types and no static blocks.',
  E516: 'The superclass has no constructor without arguments.',
  E517: 'The constructor is not named after its class.',
  E518: 'The identifier is reserved.',
  E519: 'The identifier is too long, or holds a character that is not allowed.',
  E520: 'The type of a variable, parameter or property is void.',
  E521: 'A property has two accessors of a kind, or one that contradicts it.',
  E522: 'The trigger fires on something that is not an object with triggers.',
  E523: 'The trigger names an event twice, or one that does not exist for its object.',
  E524: 'A method has more parameters than are allowed.',
  // modifiers and annotations
  E601: 'The modifier is not allowed here.',
  E602: 'The modifier or annotation stands there twice, or contradicts another.',
  E603: 'There is no such annotation, or not here.',
  E604: 'The annotation has no such property, or the value is not one of its values.',
  E605: 'A method with this annotation must have another signature.',
  E606: 'Only one method of a class may have this annotation.',
  E607: 'A modifier that is needed is missing.',
  // files of the project
  E801: 'A metadata file is not well-formed XML.',
  E802: 'The root element of a metadata file is not the one that the name of the file promises.',
  E803: 'sfdx-project.json cannot be read.',
  W801: 'A package directory does not exist.',
  W802: 'A component is declared twice.',
  // unsupported
  U201: 'SOSL is not supported.',
  U202: 'Web service methods are not served; the method itself can be called from Apex.',
  U203: 'The object is known by its field types alone: it cannot be read or written here.',
  U204: 'Methods and types that are declared in a trigger are not supported.',
  U205: '`System.runAs(Version)` is not supported.',
  U206: 'Field sets are not supported.',
  U207: 'The list of field tokens of an object is not supported as a value.',
} as const;

/** A code of the catalogue. */
export type ListedCode = keyof typeof codes;
