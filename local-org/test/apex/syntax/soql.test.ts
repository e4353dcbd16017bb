import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import type {SelectItem} from '../../../src/apex/syntax/soql-ast.ts';
import {bare, readExpression, readQuery, text} from './outline.ts';
import {fieldText} from './soql-outline.ts';

function selected(list: string): string[] {
  return readQuery(`SELECT ${list} FROM Lead`).select.map(itemText);
}

function itemText(item: SelectItem): string {
  switch (item.kind) {
    case 'field':
      return fieldText(item.field) + aliasText(item);
    case 'function':
      return fieldText(item.call) + aliasText(item);
    case 'subquery':
      return `(${item.query.select.map(itemText).join(',')} from ${item.query.from.map(({object}) => fieldText(object)).join(',')})${aliasText(item)}`;
    case 'typeof': {
      const branches = item.typeOf.branches.map(({type, fields}) => `${type.text}:${fields.map(fieldText).join('+')}`);
      return `typeof ${fieldText(item.typeOf.relationship)} ${branches.join(' ')} else ${item.typeOf.otherwise.map(fieldText).join('+')}`;
    }
    case 'fields':
      return `fields ${item.group}`;
  }
}

function aliasText({alias}: {alias: {text: string} | null}): string {
  return alias === null ? '' : ` as ${alias.text}`;
}

suite('SELECT', () => {
  test('fields and paths', () => assert.deepEqual(selected('Id, Owner.Manager.Name'), ['Id', 'Owner.Manager.Name']));
  test('aliases', () => assert.deepEqual(selected('Status s, COUNT(Id) total'), ['Status as s', 'COUNT(Id) as total']));
  test('functions', () => {
    assert.deepEqual(
      selected('COUNT(), toLabel(Status), FORMAT(convertCurrency(Amount__c)) c, CALENDAR_YEAR(convertTimezone(CreatedDate))'),
      ['COUNT()', 'toLabel(Status)', 'FORMAT(convertCurrency(Amount__c)) as c', 'CALENDAR_YEAR(convertTimezone(CreatedDate))'],
    );
  });
  test('distances', () => {
    assert.deepEqual(selected("DISTANCE(Place__c, GEOLOCATION(-37.7, :longitude), 'mi') d"), [
      "DISTANCE(Place__c,GEOLOCATION(-37.7,:longitude),'mi') as d",
    ]);
  });
  for (const group of ['ALL', 'STANDARD', 'CUSTOM']) {
    test(`FIELDS(${group})`, () => assert.deepEqual(selected(`Fields(${group.toLowerCase()})`), [`fields ${group}`]));
  }
  test('subqueries', () => assert.deepEqual(selected('(SELECT Id, Name FROM Tasks)'), ['(Id,Name from Tasks)']));
  test('TYPEOF', () => {
    assert.deepEqual(selected('TYPEOF Who WHEN Lead THEN Status, Name WHEN Contact THEN Email ELSE Id, Name END'), [
      'typeof Who Lead:Status+Name Contact:Email else Id+Name',
    ]);
  });
});

suite('FROM', () => {
  function from(list: string): (readonly [string, string | undefined])[] {
    return readQuery(`SELECT Id FROM ${list}`).from.map(({object, alias}) => [fieldText(object), alias?.text]);
  }
  test('an object', () => assert.deepEqual(from('Lead'), [['Lead', undefined]]));
  test('an object with an alias', () => assert.deepEqual(from('Lead l'), [['Lead', 'l']]));
  test('several, some with aliases', () => {
    assert.deepEqual(from('Contact c, c.Account, c.Owner o'), [
      ['Contact', 'c'],
      ['c.Account', undefined],
      ['c.Owner', 'o'],
    ]);
  });
});

suite('GROUP BY and HAVING', () => {
  test('fields and functions', () => {
    const {groupBy} = readQuery('SELECT COUNT(Id) FROM Lead GROUP BY Status, CALENDAR_MONTH(CreatedDate)');
    assert.deepEqual([groupBy?.kind, groupBy?.items.map(fieldText)], ['fields', ['Status', 'CALENDAR_MONTH(CreatedDate)']]);
  });
  test('ROLLUP', () => assert.equal(readQuery('SELECT COUNT(Id) FROM Lead GROUP BY ROLLUP(Status)').groupBy?.kind, 'rollup'));
  test('CUBE', () => assert.equal(readQuery('SELECT COUNT(Id) FROM Lead GROUP BY CUBE(Status, Name)').groupBy?.kind, 'cube'));
  test('HAVING', () => {
    const {having} = readQuery('SELECT Status FROM Lead GROUP BY Status HAVING COUNT(Id) > 1 AND MAX(Age__c) < 5');
    assert.equal(having?.kind === 'and' && having.conditions.length, 2);
  });
});

suite('ORDER BY', () => {
  test('directions and nulls', () => {
    const {orderBy} = readQuery('SELECT Id FROM Lead ORDER BY Name, Owner.Name DESC, COUNT(Id) ASC NULLS LAST, Status NULLS FIRST');
    assert.deepEqual(
      orderBy.map(({field, descending, nulls}) => [fieldText(field), descending, nulls]),
      [
        ['Name', false, null],
        ['Owner.Name', true, null],
        ['COUNT(Id)', false, 'last'],
        ['Status', false, 'first'],
      ],
    );
  });
});

suite('the other clauses', () => {
  test('LIMIT and OFFSET with numbers', () => {
    const {limit, offset} = readQuery('SELECT Id FROM Lead LIMIT 10 OFFSET 5');
    assert.deepEqual([limit?.kind === 'number' && limit.text, offset?.kind === 'number' && offset.text], ['10', '5']);
  });
  test('LIMIT and OFFSET with binds', () => {
    const {limit, offset} = readQuery('SELECT Id FROM Lead LIMIT :a OFFSET :b + 1');
    assert.deepEqual(
      [limit?.kind === 'bind' && text(limit.expression), offset?.kind === 'bind' && text(offset.expression)],
      ['a', '(b + integer:1)'],
    );
  });
  for (const mode of ['USER_MODE', 'SYSTEM_MODE', 'SECURITY_ENFORCED'] as const) {
    test(`WITH ${mode}`, () => {
      assert.deepEqual(bare(readQuery(`SELECT Id FROM Lead WITH ${mode.toLowerCase()}`).with), {kind: 'access', mode});
    });
  }
  test('any other WITH is kept as its text', () => {
    const {with: clause} = readQuery('SELECT Id FROM FAQ__kav WITH DATA CATEGORY Geography__c AT usa__c AND Product__c BELOW all__c');
    assert.deepEqual(bare(clause), {kind: 'other', text: 'WITH DATA CATEGORY Geography__c AT usa__c AND Product__c BELOW all__c'});
  });
  test('USING SCOPE', () => assert.equal(readQuery('SELECT Id FROM Lead USING SCOPE mine').scope?.text, 'mine'));
  test('ALL ROWS', () => assert.equal(readQuery('SELECT Id FROM Lead ALL ROWS').allRows, true));
  test('FOR', () => assert.deepEqual(readQuery('SELECT Id FROM Lead FOR UPDATE').forClause, ['update']));
  test('FOR twice', () => assert.deepEqual(readQuery('SELECT Id FROM Lead FOR REFERENCE FOR VIEW').forClause, ['reference', 'view']));
  test('UPDATE', () => {
    assert.deepEqual(readQuery('SELECT Id FROM FAQ__kav UPDATE TRACKING, VIEWSTAT').update, ['tracking', 'viewstat']);
  });
  test('none of them', () => {
    const {
      scope,
      where,
      with: access,
      groupBy,
      having,
      orderBy,
      limit,
      offset,
      allRows,
      forClause,
      update,
    } = readQuery('SELECT Id FROM Lead');
    assert.deepEqual(
      [scope, where, access, groupBy, having, orderBy, limit, offset, allRows, forClause, update],
      [null, null, null, null, null, [], null, null, false, [], []],
    );
  });
});

suite('binds', () => {
  test('are numbered in the order of the text, subqueries included', () => {
    const seen: string[] = [];
    JSON.stringify(
      readQuery(
        'SELECT Id, (SELECT Id FROM Tasks WHERE Subject = :a) FROM Lead WHERE X__c IN :b AND Id IN (SELECT L__c FROM P__c WHERE Y__c = :c) LIMIT :d',
      ),
      (_, value: unknown) => {
        if (isBind(value)) seen.push(`${String(value.index)}${value.expression.name.text}`);
        return value;
      },
    );
    assert.deepEqual(seen, ['0a', '1b', '2c', '3d']);
  });
  test('start anew in a query within a bind', () => {
    const node = readExpression('[SELECT Id FROM Lead WHERE A__c = :a AND Id IN :[SELECT Id FROM Task WHERE B__c = :b]]');
    assert(node.kind === 'soql' && node.query.where?.kind === 'and');
    const [, second] = node.query.where.conditions;
    assert(second?.kind === 'comparison' && second.right.kind === 'bind' && second.right.expression.kind === 'soql');
    const {where} = second.right.expression.query;
    assert.deepEqual([second.right.index, where?.kind === 'comparison' && where.right.kind === 'bind' && where.right.index], [1, 0]);
  });
});

function isBind(value: unknown): value is {index: number; expression: {name: {text: string}}} {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'bind';
}
