/** Expressions of every kind. */
import type * as ast from '../syntax/ast.ts';
import {bindAssignment, bindUpdate} from './bind-assignments.ts';
import {bindCall, bindMethodCall} from './bind-calls.ts';
import {bindLiteral} from './bind-literals.ts';
import {bindMember, bindName} from './bind-names.ts';
import {bindIndex, bindNew} from './bind-new.ts';
import {bindBinary, bindUnary} from './bind-operators.ts';
import {bindSoql} from './bind-queries.ts';
import {bindSosl} from './bind-search.ts';
import {bindCast, bindClassLiteral, bindConditional, bindInstanceOf} from './bind-type-operators.ts';
import {refuse, thisExpression} from './body.ts';
import type {Body} from './body.ts';
import type {TypedExpression} from './typed-tree.ts';

export function bindExpression(body: Body, expression: ast.Expression): TypedExpression {
  switch (expression.kind) {
    case 'literal':
      return bindLiteral(body.unit, expression);
    case 'name':
      return bindName(body, expression);
    case 'this':
      return bindThis(body, expression);
    case 'super':
      return refuse(body.unit, 'E215', expression.span, 'Super can only be used to call a method of the superclass');
    case 'member':
      return bindMember(body, expression);
    case 'index':
      return bindIndex(body, expression);
    case 'call':
      return bindCall(body, expression);
    case 'method call':
      return bindMethodCall(body, expression);
    case 'constructor call':
      return misplacedConstructorCall(body, expression);
    case 'new':
      return bindNew(body, expression);
    case 'unary':
      return bindUnary(body, expression);
    case 'update':
      return bindUpdate(body, expression);
    case 'binary':
      return bindBinary(body, expression);
    case 'instanceof':
      return bindInstanceOf(body, expression);
    case 'conditional':
      return bindConditional(body, expression);
    case 'assignment':
      return bindAssignment(body, expression);
    case 'cast':
      return bindCast(body, expression);
    case 'class literal':
      return bindClassLiteral(body, expression);
    case 'soql':
      return bindSoql(body, expression);
    case 'sosl':
      return bindSosl(body, expression);
  }
}

function bindThis(body: Body, {span}: ast.ThisExpression): TypedExpression {
  const {unit, type} = body;
  if (type === null || body.isStatic) return refuse(unit, 'E214', span, 'This cannot be referenced in a static context');
  if (body.isBeforeConstruction) return refuse(unit, 'E216', span, 'Cannot reference instance variables in a constructor invocation: this');
  return thisExpression(unit, type, span, false);
}

/** Where it is allowed, the constructor that it starts has taken it already. */
function misplacedConstructorCall(body: Body, {target, span}: ast.ConstructorCallExpression): TypedExpression {
  return refuse(body.unit, 'E419', span, `Call to '${target}()' must be the first statement in a constructor method`);
}
