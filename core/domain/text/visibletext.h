#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <limits>

namespace lynceus {

// Makes text from clusters, servers and files safe to display in a terminal, a notification or a label: no terminal
// control sequences, no changes of direction, nothing hidden, nothing drawn over other lines.

/// Whether @p c is not displayed as itself: controls (C0, DEL, C1), line and paragraph separators, direction marks
/// (U+202A–202E, U+2066–2069, U+200E, U+200F, U+061C), zero-width characters (U+200B–200D, U+2060–2064, U+FEFF,
/// variation selectors, fillers), tags and the rest of plane 14, surrogates, and noncharacters. True for line feed and
/// tab; the functions below handle these.
[[nodiscard]] bool isHidden(char32_t c);

inline constexpr qsizetype kUnlimitedText = std::numeric_limits<qsizetype>::max();

/// @p text as one line. Controls, tabs and line breaks become spaces. Characters that only affect their neighbours
/// (joiners, left-to-right and right-to-left marks, variation selectors, soft hyphens, a byte order mark) are removed.
/// A run of other hidden characters becomes one U+FFFD, to show that something is hidden. More than eight combining
/// marks in a row are cut. Text longer than @p limit (UTF-16 units) ends with "…".
[[nodiscard]] QString visibleLine(const QString &text, qsizetype limit = kUnlimitedText);

/// Like visibleLine(), but keeps tabs and line breaks; CR LF, CR, NEL, U+2028 and U+2029 become line feeds.
[[nodiscard]] QString visibleText(const QString &text, qsizetype limit = kUnlimitedText);

/// @p json (UTF-8) with each hidden character as \uXXXX: safe for terminals, same value. Keeps line feeds and tabs
/// between tokens. Invalid UTF-8 bytes become \ufffd.
[[nodiscard]] QByteArray visibleJson(QByteArray json);

/// @p output (UTF-8) for a terminal. Of controls, keeps only line feeds, tabs, CR LF, and the sequences that Lynceus
/// uses to colour text and redraw lines (SGR 0–49, cursor up, erase below, cursor on and off). A last safeguard:
/// printers already clean each field.
[[nodiscard]] QByteArray terminalOutput(QByteArrayView output);

} // namespace lynceus
