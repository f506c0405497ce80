//! `www/custom-elements.json`, the manifest that editors read (schema 2.1.0 of the custom elements manifest).

use crate::{
    accounts, element,
    markdown::prose,
    typescript::{description, digits, property_type, union},
};
use flinks_upload::core::{
    config::Attributes,
    event_name::EventName,
    schema::{AttributeSchema, DefaultValue, ValueType},
};
use serde::Serialize;

/// The path of a class in the package, and the class.
const UPLOAD: (&str, &str) = ("element/element.js", "FlinksUploadElement");
const ACCOUNTS: (&str, &str) = ("accounts/element.js", "FlinksAccountsElement");
const DEFINE: &str = "define.js";

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Manifest {
    schema_version: &'static str,
    modules: Vec<Module>,
}

#[derive(Serialize)]
struct Module {
    kind: &'static str,
    path: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    declarations: Vec<Class>,
    exports: Vec<Export>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Class {
    kind: &'static str,
    custom_element: bool,
    name: &'static str,
    tag_name: &'static str,
    description: &'static str,
    superclass: Named,
    attributes: Vec<Attribute>,
    members: Vec<Member>,
    events: Vec<Event>,
    css_parts: Vec<Item>,
    css_properties: Vec<Item>,
}

#[derive(Serialize)]
struct Named {
    name: &'static str,
}

#[derive(Serialize)]
struct Type {
    text: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Attribute {
    name: &'static str,
    r#type: Type,
    #[serde(skip_serializing_if = "Option::is_none")]
    default: Option<String>,
    description: String,
    field_name: &'static str,
}

#[derive(Serialize, Default)]
struct Member {
    kind: &'static str,
    name: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    r#type: Option<Type>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    parameters: Vec<Parameter>,
    #[serde(skip_serializing_if = "Option::is_none")]
    r#return: Option<Return>,
    #[serde(skip_serializing_if = "Option::is_none")]
    default: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    readonly: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    attribute: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reflects: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'static str>,
}

#[derive(Serialize)]
struct Parameter {
    name: &'static str,
    r#type: Type,
}

#[derive(Serialize)]
struct Return {
    r#type: Type,
}

#[derive(Serialize)]
struct Event {
    name: &'static str,
    r#type: Type,
    description: String,
}

#[derive(Serialize)]
struct Item {
    name: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    default: Option<&'static str>,
    description: &'static str,
}

#[derive(Serialize)]
struct Export {
    kind: &'static str,
    name: &'static str,
    declaration: Declaration,
}

#[derive(Serialize)]
struct Declaration {
    name: &'static str,
    module: &'static str,
}

/// The whole manifest.
pub(crate) fn document() -> Result<String, String> {
    let export = |kind, name, (module, class)| Export { kind, name, declaration: Declaration { name: class, module } };
    let module = |(path, class), declaration| Module {
        kind: "javascript-module",
        path,
        declarations: vec![declaration],
        exports: vec![export("js", class, (path, class))],
    };
    let define = Module {
        kind: "javascript-module",
        path: DEFINE,
        declarations: Vec::new(),
        exports: vec![export("custom-element-definition", "flinks-upload", UPLOAD)],
    };
    let modules = vec![module(UPLOAD, upload_class()), module(ACCOUNTS, accounts_class()), define];
    let manifest = Manifest { schema_version: "2.1.0", modules };
    let text = serde_json::to_string_pretty(&manifest).map_err(|error| error.to_string())?;
    Ok(text + "\n")
}

fn upload_class() -> Class {
    let own = element::PROPERTIES.iter().map(|property| Member {
        kind: "field",
        name: property.name,
        r#type: Some(type_of(property.ts)),
        default: (!property.is_readonly).then_some("null"),
        readonly: property.is_readonly.then_some(true),
        description: Some(property.docs),
        ..Member::default()
    });
    let methods = element::METHODS.iter().map(|method| Member {
        kind: "method",
        name: method.name,
        parameters: method.parameter.map(|(name, ts)| Parameter { name, r#type: type_of(ts) }).into_iter().collect(),
        r#return: Some(Return { r#type: type_of("void") }),
        description: Some(method.docs),
        ..Member::default()
    });
    let events = EventName::SCHEMA.iter().map(|event| Event {
        name: event.name,
        r#type: type_of(&format!("CustomEvent<{}>", event.detail)),
        description: prose(event.docs),
    });
    Class {
        kind: "class",
        custom_element: true,
        name: UPLOAD.1,
        tag_name: "flinks-upload",
        description: "Flinks Connect with document upload beside it, or after a failed login.",
        superclass: Named { name: "HTMLElement" },
        attributes: Attributes::SCHEMA.iter().map(attribute).collect(),
        members: Attributes::SCHEMA.iter().map(reflecting).chain(own).chain(methods).collect(),
        events: events.collect(),
        css_parts: element::PARTS.iter().map(part).collect(),
        css_properties: element::CSS_PROPERTIES.iter().map(css_property).collect(),
    }
}

fn accounts_class() -> Class {
    let attributes: Vec<_> = Attributes::SCHEMA
        .iter()
        .filter(|attribute| accounts::ATTRIBUTES.contains(&attribute.name))
        .map(|attribute| accounts::narrowed(*attribute))
        .collect();
    let own = Member {
        kind: "field",
        name: "accounts",
        r#type: Some(type_of("readonly AccountSummary[] | object | string | null")),
        default: Some("null"),
        description: Some(
            "An answer of GetAccountsDetail (an object, or its text), or the summaries that `accounts()` makes of it.",
        ),
        ..Member::default()
    };
    let messages = Member {
        kind: "field",
        name: "messages",
        r#type: Some(type_of("AccountsMessages | null")),
        default: Some("null"),
        description: Some("Texts that replace its own, by key."),
        ..Member::default()
    };
    let is_shared = |property: &&element::CssProperty| accounts::CSS_PROPERTIES.contains(&property.name);
    Class {
        kind: "class",
        custom_element: true,
        name: ACCOUNTS.1,
        tag_name: "flinks-accounts",
        description: "The accounts that were returned after an upload.",
        superclass: Named { name: "HTMLElement" },
        attributes: attributes.iter().map(attribute).collect(),
        members: attributes.iter().map(reflecting).chain([own, messages]).collect(),
        events: vec![Event {
            name: "accounts-error",
            r#type: type_of("CustomEvent<AccountsError>"),
            description: "An invalid attribute or text, texts that could not be loaded, or no accounts where accounts were given.".to_owned(),
        }],
        css_parts: accounts::PARTS.iter().map(part).collect(),
        css_properties: element::CSS_PROPERTIES.iter().filter(is_shared).map(css_property).collect(),
    }
}

fn type_of(text: &str) -> Type {
    Type { text: text.to_owned() }
}

fn attribute(attribute: &AttributeSchema) -> Attribute {
    let (text, is_word) = match attribute.value {
        ValueType::Text(_) => ("string".to_owned(), true),
        ValueType::Number(_) => ("number".to_owned(), false),
        ValueType::Digit { min, max } => (digits(min, max), false),
        ValueType::Choice { words, .. } => (union(&words()), true),
    };
    let default = match attribute.default {
        DefaultValue::Value(value) if is_word => Some(format!("'{value}'")),
        DefaultValue::Value(value) => Some(value.to_owned()),
        // Said by the description.
        DefaultValue::Described(_) | DefaultValue::None => None,
    };
    Attribute {
        name: attribute.name,
        r#type: Type { text },
        default,
        description: description(attribute),
        field_name: attribute.property,
    }
}

fn reflecting(attribute: &AttributeSchema) -> Member {
    Member {
        kind: "field",
        name: attribute.property,
        r#type: Some(type_of(property_type(attribute.value))),
        attribute: Some(attribute.name),
        reflects: Some(true),
        ..Member::default()
    }
}

fn part((name, description): &(&'static str, &'static str)) -> Item {
    Item { name, default: None, description }
}

fn css_property(property: &element::CssProperty) -> Item {
    Item { name: property.name, default: Some(property.default), description: property.docs }
}
