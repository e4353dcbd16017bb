import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {parseClass} from '../../../src/apex/syntax/parse.ts';
import type {SoslQuery} from '../../../src/apex/syntax/soql-ast.ts';
import {conditionText, fieldText, valueText} from './soql-outline.ts';

function read(sosl: string): SoslQuery {
  const {tree, diagnostics} = parseClass(`class A { Object found = ${sosl}; }`, 'A.cls');
  assert.deepEqual(diagnostics, []);
  const member = tree?.kind === 'class' ? tree.members[0] : undefined;
  const value = member?.kind === 'field' ? member.declarators[0]?.initializer : undefined;
  assert(value?.kind === 'sosl');
  return value.query;
}

suite('SOSL', () => {
  test('searches for a text, with its escapes resolved', () => {
    assert.equal(valueText(read("[FIND 'a\\'b*' RETURNING Lead]").search), "'a'b*'");
  });
  test('searches for a bind', () => {
    assert.equal(valueText(read('[FIND :term RETURNING Lead]').search), ':term');
  });
  test('searches all fields unless it says otherwise', () => {
    assert.equal(read("[FIND 'a' RETURNING Lead]").group, 'ALL');
    assert.equal(read("[FIND 'a' IN NAME FIELDS RETURNING Lead]").group, 'NAME');
    assert.equal(read("[FIND 'a' IN EMAIL FIELDS RETURNING Lead]").group, 'EMAIL');
  });
  test('returns queries over objects, whose binds count from 0 each', () => {
    const {returning, limit} = read(
      "[FIND 'a' RETURNING Lead(Id, Owner.Name WHERE Company = :a AND City = :b ORDER BY City DESC LIMIT 5), Contact(Name WHERE Email = :c), Case LIMIT 7]",
    );
    assert.deepEqual(
      returning.map(({from: [from], select}) => [
        from && fieldText(from.object),
        select.map((item) => (item.kind === 'field' ? fieldText(item.field) : item.kind)),
      ]),
      [
        ['Lead', ['Id', 'Owner.Name']],
        ['Contact', ['Name']],
        ['Case', ['Id']],
      ],
    );
    const [lead, contact] = returning;
    assert.equal(lead?.where && conditionText(lead.where), '(Company = :a and City = :b)');
    assert.deepEqual(
      lead?.orderBy.map(({field, descending}) => [fieldText(field), descending]),
      [['City', true]],
    );
    assert.equal(lead.limit && valueText(lead.limit), '5');
    assert.equal(contact?.where?.kind === 'comparison' && contact.where.right.kind === 'bind' && contact.where.right.index, 0);
    assert.equal(limit && valueText(limit), '7');
  });
  test('has an access mode, and keeps what else it says as text', () => {
    const {returning, others} = read("[FIND 'a' RETURNING Lead(toLabel(Status)) WITH USER_MODE]");
    assert.deepEqual([returning[0]?.with?.kind === 'access' && returning[0].with.mode, others], ['USER_MODE', ['toLabel(Status)']]);
  });
});
