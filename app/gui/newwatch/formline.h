#pragma once

class QString;
class QWidget;

namespace lynceus {

class PlainLabel;

/// A line of a form: its name in a column of its own, then what is chosen or typed. @p beside stands behind it and
/// takes the rest of the line. The name's object name is "muted", for its colour.
[[nodiscard]] QWidget *formLine(QWidget *parent, const QString &name, QWidget *content, PlainLabel *beside = nullptr);

} // namespace lynceus
