#pragma once

class QString;
class QWidget;

namespace lynceus {

class PlainLabel;

/// A line of a form: a name in the first column, then @p content. @p beside follows and takes the rest of the line. The
/// object name of the name's label is "muted", which sets its colour.
[[nodiscard]] QWidget *formLine(QWidget *parent, const QString &name, QWidget *content, PlainLabel *beside = nullptr);

} // namespace lynceus
