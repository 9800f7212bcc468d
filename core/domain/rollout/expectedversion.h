#pragma once

#include "core/domain/base/result.h"

#include <QString>

namespace lynceus {

/// Which version a watch expects, where images do not say it.
struct ExpectedVersion
{
    enum class Kind {
        Images,       ///< Expectation::images say it
        Revision,     ///< a commit or a tag of git, or a tag of an OCI source
        ChartVersion, ///< a Helm chart's version
        Next,         ///< whatever comes after the revisions that run or are desired at the beginning
    };
    Kind kind = Kind::Images;
    /// Revision: 7 to 64 hexadecimal digits in lower case, or a tag as targetRevision has it; ChartVersion: "1.5.2".
    /// Else empty.
    QString value;

    [[nodiscard]] bool isImages() const { return kind == Kind::Images; }

    friend bool operator==(const ExpectedVersion &, const ExpectedVersion &) = default;
};

/// Stable names for output and storage: "images", "revision", "chart-version", "next".
[[nodiscard]] QString nameOf(ExpectedVersion::Kind kind);

/// Whether @p value may be the beginning of a commit's id.
[[nodiscard]] bool isCommit(const QString &value);

/// Error::Kind::BadInput says what is wrong and what would be right: empty, no name that git allows, HEAD, a commit of
/// less than 7 digits.
[[nodiscard]] Result<ExpectedVersion> parseRevision(const QString &text);
/// Error::Kind::BadInput: a range ("1.x"), or no version.
[[nodiscard]] Result<ExpectedVersion> parseChartVersion(const QString &text);

/// The value is of its kind, as the functions above would have made it.
[[nodiscard]] bool isValid(const ExpectedVersion &version);

} // namespace lynceus
