package world

import "io/fs"

// bodyFiles are the tables of bodies: our own first, so that their readings
// come first.
var bodyFiles = []string{
	"world/bodies_own.tsv", "world/companies_own.tsv", "world/movements_own.tsv", "world/parties_own.tsv",
	"world/outlets_own.tsv", "world/outlets.tsv", "world/bodies_phoenix.tsv", "world/movements_ucdp.tsv",
}

const bodyHeader = "name aliases country sectors noun from to"

func (w *World) readBodies(fsys fs.FS) error {
	return readEach(fsys, bodyFiles, bodyHeader, func(r row) error {
		f := r.fields
		if f[0] == "" {
			return r.errorf("no name")
		}
		code, err := w.country(r, f[2], true)
		if err != nil {
			return err
		}
		sec, err := sectors(r, f[3])
		if err != nil {
			return err
		}
		from, to, err := dates(r, f[5], f[6])
		if err != nil {
			return err
		}
		e := &Entry{Kind: Body, Name: f[0], Country: code, Sectors: sec, Noun: f[4], From: from, To: to}
		if f[4] == "outlet" {
			e.Kind = Outlet
		}
		w.add(e, append([]string{f[0]}, list(f[1])...)...)
		return nil
	})
}

func dates(r row, from, to string) (string, string, error) {
	a, err := day(r, from)
	if err != nil {
		return "", "", err
	}
	b, err := day(r, to)
	if err != nil {
		return "", "", err
	}
	if a != "" && b != "" && b < a {
		return "", "", r.errorf("ends %s before it begins %s", b, a)
	}
	return a, b, nil
}
