#pragma once

#include <QString>

#include <vector>

namespace lynceus {

/// What a shell may offer: the word itself, and what it means, on one line; may be empty.
struct Candidate
{
    QString word;
    QString meaning;

    friend bool operator==(const Candidate &, const Candidate &) = default;
};

/// Names that this person stored. A shell asks for them at each press of a key, so that nothing is written, no server
/// is asked, and what cannot be read has no names.
class StoredNames
{
public:
    StoredNames() = default;
    StoredNames(const StoredNames &) = delete;
    StoredNames &operator=(const StoredNames &) = delete;
    virtual ~StoredNames();

    [[nodiscard]] virtual std::vector<Candidate> instances() const;
    /// From the cache of each instance: "shop-web", or "staging:argocd/shop-web" where several have the name.
    [[nodiscard]] virtual std::vector<Candidate> applications() const;
    /// By id: those on the board.
    [[nodiscard]] virtual std::vector<Candidate> watches() const;
    [[nodiscard]] virtual std::vector<Candidate> followRules() const;
    [[nodiscard]] virtual std::vector<Candidate> teamServers() const;
};

} // namespace lynceus
