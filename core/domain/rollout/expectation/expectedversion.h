#pragma once

#include "core/domain/base/result.h"

#include <QString>

namespace lynceus {

/// Which version a watch expects.
struct ExpectedVersion
{
    enum class Kind {
        Images,       ///< given by Expectation::images
        Revision,     ///< a git commit or tag, or a tag of an OCI source
        ChartVersion, ///< version of a Helm chart
        Next,         ///< anything newer than the revisions that run or are desired at the beginning
    };
    Kind kind = Kind::Images;
    /// Revision: 7 to 64 lower-case hexadecimal digits, or a tag as in targetRevision; ChartVersion: "1.5.2". Otherwise
    /// empty.
    QString value;

    [[nodiscard]] bool isImages() const { return kind == Kind::Images; }

    friend bool operator==(const ExpectedVersion &, const ExpectedVersion &) = default;
};

/// Stable names for output and storage: "images", "revision", "chart-version", "next".
[[nodiscard]] QString nameOf(ExpectedVersion::Kind kind);

/// Whether @p value may be an abbreviated or full commit id.
[[nodiscard]] bool isCommit(const QString &value);

/// Error::Kind::BadInput with problem and remedy: empty, not a valid git name, HEAD, a commit of fewer than 7 digits.
[[nodiscard]] Result<ExpectedVersion> parseRevision(const QString &text);
/// Error::Kind::BadInput: a range ("1.x"), or not a version.
[[nodiscard]] Result<ExpectedVersion> parseChartVersion(const QString &text);

/// Whether the value is valid for its kind, as returned by the functions above.
[[nodiscard]] bool isValid(const ExpectedVersion &version);

} // namespace lynceus
