import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {acceptsClasses, acceptsStatements, bindStatements, refusesClasses, refusesStatements} from './bound.ts';

suite('a variable', () => {
  acceptsStatements([
    '{ Integer n = 1; } { String n; } Integer n;',
    'for (Integer i = 0; i < 1; i++) {} for (Integer i : new List<Integer>()) {}',
    'Integer a = 1, b = a;',
    'final Integer n; n = 1;',
  ]);
  refusesStatements([
    ['Integer n; String N;', 'E401', 'Duplicate variable: N'],
    ['Integer n; if (true) { Integer n; }', 'E401', 'Duplicate variable: n'],
    ['Integer n; for (Integer n : new List<Integer>()) {}', 'E401', 'Duplicate variable: n'],
    ['Missing m;', 'E203', 'Invalid type: Missing'],
    ['Integer a__b;', 'E519', 'Invalid character in identifier: a__b'],
    ['Date date;', 'E518', 'Identifier name is reserved: date'],
    ['static Integer n;', 'E601', 'static is not allowed on locals'],
  ]);
});

suite('an expression as a statement', () => {
  acceptsStatements(['touch(); new Sample(); Integer i = 0; i++; --i; i = 2; i += 1;']);
  refusesStatements([
    ['1 + 1;', 'E316', 'Expression cannot be a statement.'],
    ['name;', 'E316', 'Expression cannot be a statement.'],
    ['true ? 1 : 2;', 'E316', 'Expression cannot be a statement.'],
  ]);
});

suite('a loop', () => {
  acceptsStatements([
    'for (Lead l : [SELECT Id FROM Lead]) l.Status = null;',
    'for (List<Lead> chunk : [SELECT Id FROM Lead]) { Integer n = chunk.size(); }',
    "for (Lead l : Database.query('SELECT Id FROM Lead')) { continue; }",
    "for (Contact c : new Account().getSObjects('Contacts')) { continue; }",
    'for (Id i : new Set<Id>()) { break; } for (String s : new Map<String, Integer>().keySet()) {}',
    'while (size > 0) { if (size == 1) break; size--; } do { size++; } while (size < 3);',
  ]);
  refusesStatements([
    ['for (Lead l : new List<SObject>()) {}', 'E407', 'Invalid loop variable type expected SObject was Lead'],
    ['for (List<Lead> l : new List<Lead>()) {}', 'E407', 'Invalid loop variable type expected Lead was List<Lead>'],
    [
      'for (Object o : [SELECT Id FROM Lead]) {}',
      'E407',
      'Loop variable must be a generic SObject or List or a concrete SObject or List of: Lead',
    ],
    ['for (Integer i : 3) {}', 'E406', 'Loop must iterate over collection: Integer'],
    ['for (Integer i : new List<String>()) {}', 'E407', 'Invalid loop variable type expected String was Integer'],
    ['while (1) {}', 'E304', 'Condition expression must be of type Boolean: Integer'],
    ['if (name) {}', 'E304', 'Condition expression must be of type Boolean: String'],
    ['break;', 'E405', 'Break statement must be in loop'],
    ['if (true) { continue; }', 'E405', 'Continue statement must be in loop'],
  ]);

  const kinds: readonly (readonly [loop: string, over: string])[] = [
    ['for (Lead l : new List<Lead>()) {}', 'collection'],
    ['for (Lead l : [SELECT Id FROM Lead]) {}', 'query'],
    ['for (List<Lead> l : [SELECT Id FROM Lead]) {}', 'query chunks'],
  ];
  for (const [loop, over] of kinds)
    test(`${loop} is over a ${over}`, () => {
      const [statement] = bindStatements(loop);
      assert.ok(statement?.kind === 'for each');
      assert.equal(statement.over, over);
    });
  test('an element of another representation is converted in the body', () => {
    const [statement] = bindStatements('for (Decimal d : new List<Integer>()) {}');
    assert.ok(statement?.kind === 'for each' && statement.body?.kind === 'block');
    const [first] = statement.body.statements;
    assert.ok(first?.kind === 'local');
    assert.equal(first.value?.kind, 'convert');
  });
});

suite('exceptions', () => {
  acceptsStatements([
    "try { throw new SampleException('m'); } catch (SampleException e) { throw e; } catch (Exception e) { touch(); } finally { touch(); }",
    'try { touch(); } catch (DmlException e) { Integer n = e.getNumDml(); }',
  ]);
  refusesStatements([
    ["throw 'a';", 'E410', 'Throw expression must be of type exception: String'],
    ['try { touch(); } catch (Lead l) {}', 'E408', 'Catch block variable must be of type exception: Lead'],
    [
      'try { touch(); } catch (Exception e) {} catch (SampleException e) {}',
      'E409',
      'Exception type already caught: Sample.SampleException',
    ],
  ]);
});

suite('switch', () => {
  acceptsStatements([
    'switch on size { when 1, 2 { touch(); } when -1 {} when null {} when else {} }',
    "switch on name { when 'a' {} when null {} }",
    'Colour c = Colour.RED; switch on c { when RED {} when GREEN {} }',
    'SObject record = new Lead(); switch on record { when Lead lead { lead.Status = null; } when Account account {} when null {} when else {} }',
  ]);
  refusesStatements([
    ['switch on true { when else {} }', 'E416', 'Boolean is not a valid switch expression type'],
    [
      "switch on size { when 'a' {} }",
      'E417',
      "String value in 'when expression' cannot be implicitly converted to the Integer type in switch expression",
    ],
    ['switch on name { when CONSTANT {} }', 'E417', 'Field must be an enum reference'],
    ['Lead lead; switch on lead { when null {} }', 'E416', 'Lead is not a valid switch expression type'],
    [
      'SObject record; switch on record { when SObject o {} }',
      'E417',
      "SObject in the 'when expression' is already matching the switch expression type",
    ],
    ['switch on size { when 1 {} when 1 {} }', 'E418', '1 occurs as more than one when branch for this switch statement'],
    ['Colour c = Colour.RED; switch on c { when Colour.RED {} }', 'E417', "Enum value used in 'when expression' should be unqualified"],
    ['Colour c = Colour.RED; switch on c { when BLUE {} }', 'E201', 'Variable does not exist: BLUE'],
    ['switch on size { when Lead l {} }', 'E417', "Lead cannot be a 'when type variable' block"],
  ]);
});

suite('return', () => {
  acceptsClasses([
    'public class A { Integer n(Boolean b) { if (b) return 1; else return 2; } }',
    'public class A { Integer n() { try { return 1; } catch (Exception e) { throw e; } } }',
    'public class A { Integer n(Integer i) { switch on i { when 1 { return 1; } when else { return 2; } } } }',
    'public class A { Lead n() { return [SELECT Id FROM Lead LIMIT 1]; } }',
    'public class A { A() { return; } static { return; } }',
  ]);
  refusesClasses([
    ['public class A { Integer n() { while (true) { } } }', 'E402', 'Missing return statement required return type: Integer'],
    ['public class A { Integer n() { for (;;) { return 1; } } }', 'E402', 'Missing return statement required return type: Integer'],
    ['public class A { Integer n() { try { } finally { return 1; } } }', 'E402', 'Missing return statement required return type: Integer'],
    [
      'public class A { Integer n() { System.runAs(new User()) { return 1; } } }',
      'E402',
      'Missing return statement required return type: Integer',
    ],
    ['public class A { { return; } }', 'E403', 'Return must be called from a method'],
    ['public class A { Integer n() { } }', 'E402', 'Missing return statement required return type: Integer'],
    ['public class A { Integer n(Boolean b) { if (b) return 1; } }', 'E402', 'Missing return statement required return type: Integer'],
    [
      'public class A { Integer n(Integer i) { switch on i { when 1 { return 1; } } } }',
      'E402',
      'Missing return statement required return type: Integer',
    ],
    [
      'public class A { Integer n() { try { return 1; } catch (Exception e) { } } }',
      'E402',
      'Missing return statement required return type: Integer',
    ],
    [
      'public class A { Integer n() { for (Integer i : new List<Integer>()) return i; } }',
      'E402',
      'Missing return statement required return type: Integer',
    ],
    ['public class A { Integer n { get { } } }', 'E402', 'Missing return statement required return type: Integer'],
    ['public class A { Integer n() { return; } }', 'E402', 'Missing return statement required return type: Integer'],
    ["public class A { Integer n() { return 'a'; } }", 'E301', 'Illegal assignment from String to Integer'],
    ['public class A { void n() { return 1; } }', 'E403', 'Void method must not return a value'],
    ['public class A { A() { return 1; } }', 'E403', 'Constructors must not return a value'],
    ['public class A { Missing n() { return null; } }', 'E203', 'Invalid type: Missing'],
  ]);
});

suite('a statement that nothing leads to', () => {
  refusesStatements([
    ['return; touch();', 'E404', 'Unreachable statement'],
    ['throw new SampleException(); touch();', 'E404', 'Unreachable statement'],
    ['if (size == 1) { return; } else { throw new SampleException(); } touch();', 'E404', 'Unreachable statement'],
    ['try { return; } catch (Exception e) { return; } touch();', 'E404', 'Unreachable statement'],
  ]);
  acceptsStatements([
    'if (size == 1) return; touch();',
    'while (true) { if (size == 1) break; } touch();',
    'while (true) { break; touch(); }',
    'try { touch(); } finally { return; } touch();',
    'try { return; } catch (Exception e) { } touch();',
  ]);
});
