#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <limits>

namespace lynceus {

// Text from clusters, servers and files as it may be shown: on a terminal, in a notification, in a label. It shows only
// itself: it steers no terminal, turns no direction, hides nothing, and does not cover the lines above it.

/// Whether @p c does something else than show itself: controls (C0, DEL, C1), line and paragraph separators, marks of
/// direction (U+202A–202E, U+2066–2069, U+200E, U+200F, U+061C), what has no width (U+200B–200D, U+2060–2064, U+FEFF,
/// variation selectors, fillers), tags and all else in plane 14, surrogates, and code points that are no characters.
/// Line feed and tab are hidden by this rule; the functions below know them.
[[nodiscard]] bool isHidden(char32_t c);

inline constexpr qsizetype kUnlimitedText = std::numeric_limits<qsizetype>::max();

/// @p text in one line. Controls, tabs and line breaks become spaces. What only shapes its neighbours (joiners,
/// left-to-right and right-to-left marks, variation selectors, soft hyphens, a byte order mark) is dropped. A run of
/// other hidden characters becomes one U+FFFD, so that something hidden is seen to be there. More than eight combining
/// marks in a row are cut. Longer than @p limit (UTF-16 units), it ends with "…".
[[nodiscard]] QString visibleLine(const QString &text, qsizetype limit = kUnlimitedText);

/// The same with tabs and line breaks; CR LF, CR, NEL, U+2028 and U+2029 become line feeds.
[[nodiscard]] QString visibleText(const QString &text, qsizetype limit = kUnlimitedText);

/// @p json (UTF-8) with each hidden character written as \uXXXX: harmless on a terminal, and the same value. Line feeds
/// and tabs between tokens stay. Bytes that are no UTF-8 become \ufffd.
[[nodiscard]] QByteArray visibleJson(QByteArray json);

/// @p output (UTF-8) as a terminal may get it: of controls, only line feeds, tabs, CR LF, and the sequences with which
/// Lynceus itself colours text and redraws its lines (SGR 0–49, cursor up, erase below, cursor on and off) get through.
/// The last hurdle behind printers, which clean what they print field by field.
[[nodiscard]] QByteArray terminalOutput(QByteArrayView output);

} // namespace lynceus
