//! What the importer says, in the terms of the wording.

use crate::{
    exchange::{
        decode::Encoding,
        import::{Reason, Role, Unreadable, Verdict},
    },
    text::{
        settings_import::ColumnRole,
        settings_rows::{BadFile, BadRow, RowFate},
    },
};

/// Why a file cannot be read.
#[must_use]
pub const fn bad_file(it: Unreadable) -> BadFile {
    match it {
        Unreadable::Empty => BadFile::Empty,
        Unreadable::TooLarge => BadFile::TooLarge,
        Unreadable::TooManyRows => BadFile::TooManyRows,
        Unreadable::TooManyColumns => BadFile::TooManyColumns,
        Unreadable::Workbook => BadFile::Workbook,
        Unreadable::NotText => BadFile::NotText,
        Unreadable::NotATable => BadFile::NotATable,
    }
}

/// What happens with a row, or why it cannot be imported.
///
/// # Errors
///
/// Why it cannot.
pub const fn row(it: Verdict) -> Result<RowFate, BadRow> {
    Ok(match it {
        Verdict::Ready => RowFate::Ready,
        Verdict::SkipBlank => RowFate::Blank,
        Verdict::SkipTotal => RowFate::Total,
        Verdict::SkipTitle => RowFate::Title,
        Verdict::AlreadyHere => RowFate::AlreadyHere,
        Verdict::LeftAlone => RowFate::LeftAlone,
        Verdict::LeftOut => RowFate::LeftOut,
        Verdict::Error(reason) => return Err(bad_row(reason)),
    })
}

const fn bad_row(it: Reason) -> BadRow {
    match it {
        Reason::NoSuchDate => BadRow::NoSuchDate,
        Reason::NotANumber => BadRow::NotANumber,
        Reason::Negative => BadRow::Negative,
        Reason::Fraction => BadRow::Fraction,
        Reason::TooLarge => BadRow::TooLarge,
        Reason::Future => BadRow::Future,
        Reason::Before2000 => BadRow::Before2000,
        Reason::MissingDate => BadRow::MissingDate,
        Reason::UnknownStep => BadRow::UnknownStep,
        Reason::TooManyCells => BadRow::TooManyCells,
    }
}

/// What a column holds.
#[must_use]
pub const fn column(it: Role) -> ColumnRole {
    match it {
        Role::Date => ColumnRole::Date,
        Role::Closed => ColumnRole::Closed,
        Role::Calls => ColumnRole::Calls,
        Role::Presentations => ColumnRole::Presentations,
        Role::Sales => ColumnRole::Sales,
        Role::InboundPresentations => ColumnRole::InboundPresentations,
        Role::InboundSales => ColumnRole::InboundSales,
        Role::Step => ColumnRole::Step,
        Role::Origin => ColumnRole::Origin,
        Role::List => ColumnRole::List,
        Role::Reason => ColumnRole::Reason,
        Role::Count => ColumnRole::Count,
        Role::Amount => ColumnRole::Amount,
        Role::Ignore => ColumnRole::Ignore,
    }
}

/// What a person chose for a column.
#[must_use]
pub const fn role(it: ColumnRole) -> Role {
    match it {
        ColumnRole::Date => Role::Date,
        ColumnRole::Closed => Role::Closed,
        ColumnRole::Calls => Role::Calls,
        ColumnRole::Presentations => Role::Presentations,
        ColumnRole::Sales => Role::Sales,
        ColumnRole::InboundPresentations => Role::InboundPresentations,
        ColumnRole::InboundSales => Role::InboundSales,
        ColumnRole::Step => Role::Step,
        ColumnRole::Origin => Role::Origin,
        ColumnRole::List => Role::List,
        ColumnRole::Reason => Role::Reason,
        ColumnRole::Count => Role::Count,
        ColumnRole::Amount => Role::Amount,
        ColumnRole::Ignore => Role::Ignore,
    }
}

/// The name of an encoding, the same in every language.
#[must_use]
pub const fn encoding(it: Encoding) -> &'static str {
    match it {
        Encoding::Utf8 => "UTF-8",
        Encoding::Utf16Le | Encoding::Utf16Be => "UTF-16",
        Encoding::Windows1251 => "Windows-1251",
    }
}
